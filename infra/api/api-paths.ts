import { ApiGatewayResource } from '@cdktf/provider-aws/lib/api-gateway-resource';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { Construct } from 'constructs';

export interface ApiPathsProps {
  readonly restApi: ApiGatewayRestApi;
}

/** The tree of path parts, made as routes ask for them. */
export class ApiPaths extends Construct {
  private readonly made = new Map<string, ApiGatewayResource>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ApiPathsProps,
  ) {
    super(scope, id);
  }

  get resources(): readonly ApiGatewayResource[] {
    return [...this.made.values()];
  }

  /** The id of a path's resource; all above it are made first. */
  resourceId(segments: readonly string[]): string {
    const { restApi } = this.props;
    const part = segments.at(-1);
    if (part === undefined) return restApi.rootResourceId;
    const path = segments.join('/');
    const known = this.made.get(path);
    if (known !== undefined) return known.id;
    const resource = new ApiGatewayResource(this, path, {
      restApiId: restApi.id,
      parentId: this.resourceId(segments.slice(0, -1)),
      pathPart: part,
    });
    this.made.set(path, resource);
    return resource.id;
  }
}
