import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';

import type { Api } from '../api/api';
import { InfraError } from '../infra-error';
import { literal } from '../literal';
import { routeName, type Names } from '../names';
import { renderedLength } from '../rendered-length';
import type { IdentityPool } from './identity-pool';
import { trustPolicy } from './trust-policy';

/** All inline policies of one role together. Source: IAM User Guide, "IAM and AWS STS quotas". */
const MAX_INLINE_CHARACTERS = 10_240;

export interface GroupRoleProps {
  readonly names: Names;
  readonly group: string;
  readonly description: string;
  /** What the group may call, its base's routes included. */
  readonly routeKeys: readonly string[];
  readonly identityPool: IdentityPool;
  readonly api: Api;
}

/** What the people of one group act as: it may call exactly the routes of the table. */
export class GroupRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: GroupRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'Role', {
      name: props.names.groupRole(props.group),
      description: literal(props.description),
      assumeRolePolicy: trustPolicy(props.identityPool.id, 'authenticated'),
    });
    if (props.routeKeys.length > 0)
      new IamRolePolicy(this, 'Policy', {
        role: role.name,
        name: 'call-routes',
        policy: callPolicy(props),
      });
    this.arn = role.arn;
  }
}

/** One statement for each route, named so that a denial or a review can point at it: `CallGetSecure`. */
function callPolicy({ group, routeKeys, api }: GroupRoleProps): string {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: routeKeys.map((key) => ({
      Sid: `Call${routeName(key)}`,
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      Resource: api.methodArn(key),
    })),
  });
  if (renderedLength(policy) > MAX_INLINE_CHARACTERS)
    throw new InfraError(
      `The role of group "${group}" would name ${routeKeys.length} routes, more than IAM's ` +
        `${MAX_INLINE_CHARACTERS} characters hold: split the group or its routes.`,
    );
  return policy;
}
