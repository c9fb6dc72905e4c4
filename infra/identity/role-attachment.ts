import { CognitoIdentityPoolRolesAttachment } from '@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment';
import { Construct } from 'constructs';

import type { GroupRoles } from './group-roles';
import type { IdentityPool } from './identity-pool';
import type { UserPool } from './user-pool';
import type { UserPoolClient } from './user-pool-client';

export interface RoleAttachmentProps {
  readonly identityPool: IdentityPool;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly roles: GroupRoles;
}

/** Which role a token gets: the one it prefers, else the one of every member. */
export class RoleAttachment extends Construct {
  constructor(scope: Construct, id: string, props: RoleAttachmentProps) {
    super(scope, id);
    new CognitoIdentityPoolRolesAttachment(this, 'Resource', {
      identityPoolId: props.identityPool.id,
      roles: { authenticated: props.roles.baseArn, unauthenticated: props.roles.guestArn },
      roleMapping: [
        {
          // Provider *and* client, built from both: anything else is no provider of the pool.
          identityProvider: `${props.userPool.providerName}:${props.client.id}`,
          type: 'Token',
          ambiguousRoleResolution: 'AuthenticatedRole',
        },
      ],
    });
  }
}
