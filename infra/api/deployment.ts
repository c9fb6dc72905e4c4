import { ApiGatewayDeployment } from '@cdktf/provider-aws/lib/api-gateway-deployment';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

import { redeployHash } from './redeploy-hash';

export interface DeploymentProps {
  readonly restApi: ApiGatewayRestApi;
  /** All that goes live with a deployment, and only with one. */
  readonly live: readonly TerraformResource[];
}

/**
 * What the stage serves. Made anew whenever what it froze changed, in three ways, as each misses something:
 * the hash sees what was added, edited or removed; `replace_triggered_by` sees what Terraform alone knows to have changed, as
 * the ARN of a function that was replaced; `depends_on` has all of it stand before it is frozen.
 *
 * What is removed is frozen once more. The old deployment depends on the removed method, so Terraform destroys the method after
 * it; and it goes last itself, once the stage has moved to the new one. So the new one is made while the method is still there.
 * No resource between them changes that: dependencies are kept transitively in the state, and `create_before_destroy` spreads to
 * all that a deployment depends on. Nobody can call the route, as roles and permissions lose it in the same apply; README, "Remove
 * a route", has the command that takes it out. Source: Terraform's docs/destroying.md, "Create Before Destroy".
 *
 * The same spreading makes a function that is tainted or given to `-replace`, and a path parameter that is renamed, come before the
 * old one goes, and AWS refuses: a name has one function, and a place one variable path part. It cannot be otherwise while an
 * integration refers to the function and the deployment to the integration. docs/operations.md has the ways out.
 */
export class Deployment extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { restApi, live }: DeploymentProps) {
    super(scope, id);
    const deployment = new ApiGatewayDeployment(this, 'Resource', {
      restApiId: restApi.id,
      triggers: { redeployment: redeployHash([restApi, ...live]) },
      dependsOn: [...live],
      lifecycle: {
        // The stage must move to the new one before the old one goes: AWS refuses to delete one in use.
        createBeforeDestroy: true,
        replaceTriggeredBy: live.map(addressOf),
      },
    });
    this.id = deployment.id;
  }
}

/** A plain string, because Terraform refuses the interpolation that cdktf would write; the whole resource, because a changed
 * argument counts as much as a new id. */
function addressOf(resource: TerraformResource): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}
