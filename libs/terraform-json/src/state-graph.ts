import { buildGraph } from './build-graph';
import { settledArguments, literal } from './settled-values';
import type { Resource, ResourceGraph } from './resource-graph';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

/** One object as Terraform knows it after `apply`. */
export interface SettledResource extends Pick<Resource, 'address' | 'mode' | 'type' | 'name'> {
  /** Arguments and computed attributes side by side. */
  readonly values: JsonObject;
}

interface SettledParts {
  readonly fileName: string;
  readonly stackName?: string;
  readonly resources: readonly SettledResource[];
  readonly outputs?: Readonly<Record<string, Json>>;
}

/**
 * Makes a graph of what was applied.
 * @throws TerraformJsonError when the resources are in several regions: a state has no provider block that would say which one counts
 */
export function stateGraph({
  fileName,
  stackName,
  resources,
  outputs = {},
}: SettledParts): ResourceGraph {
  const region = regionOf(resources, fileName);
  return buildGraph({
    kind: 'state',
    fileName,
    resources: resources.map((resource) => settledResource(resource, fileName)),
    providers:
      region === undefined
        ? []
        : [{ type: 'aws', config: settledArguments({ region }, `${fileName}: provider.aws`) }],
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => [
        name,
        literal(value, `${fileName}: output.${name}`),
      ]),
    ),
    ...(stackName === undefined ? {} : { stackName }),
  });
}

/** What waited for what is over, and `depends_on` of a state names modules and resources without their keys. */
export function settledResource({ values, ...named }: SettledResource, fileName: string): Resource {
  const { address, mode, type, name } = named;
  return {
    address,
    mode,
    type,
    name,
    config: settledArguments(values, `${fileName}: ${address}`),
    dependsOn: [],
    lifecycle: {
      createBeforeDestroy: false,
      preventDestroy: false,
      ignoreChanges: [],
      replaceTriggeredBy: [],
    },
  };
}

function regionOf(resources: readonly SettledResource[], fileName: string): string | undefined {
  const addresses = regionsOf(resources);
  const [first, ...others] = addresses;
  if (others.length === 0) return first?.[0];
  const named = [...addresses].map(([region, address]) => `${region} (${address})`).join(', ');
  throw new TerraformJsonError(
    'ERR_TERRAFORM_SEVERAL_REGIONS',
    `${fileName} has resources in several regions: ${named}. One is read: give the state of a stack that is in one.`,
  );
}

/**
 * Region → the first resource that is in it. Version 6 of the provider writes the region of every regional resource; before that,
 * their ARNs say it.
 */
export function regionsOf(resources: readonly SettledResource[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const { address, type, values } of resources) {
    const region = type.startsWith('aws_') ? ownRegion(values) : undefined;
    if (region !== undefined && !addresses.has(region)) addresses.set(region, address);
  }
  return addresses;
}

function ownRegion({ region, arn }: JsonObject): string | undefined {
  if (typeof region === 'string' && region !== '') return region;
  return typeof arn === 'string' ? /^arn:[^:]*:[^:]*:([a-z0-9-]+):/.exec(arn)?.[1] : undefined;
}
