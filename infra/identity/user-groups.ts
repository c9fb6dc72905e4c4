import { BASE_GROUP, type GroupRows } from '@gatehouse/access';
import { CognitoUserGroup } from '@cdktf/provider-aws/lib/cognito-user-group';
import { Construct } from 'constructs';

import { literal } from '../literal';
import type { GroupRoles } from './group-roles';
import type { UserPool } from './user-pool';

export interface UserGroupsProps {
  readonly groups: GroupRows;
  readonly userPool: UserPool;
  readonly roles: GroupRoles;
}

/** The groups of the user pool. The base group is none of them: everyone who signed in is in it. */
export class UserGroups extends Construct {
  constructor(scope: Construct, id: string, { groups, userPool, roles }: UserGroupsProps) {
    super(scope, id);
    for (const [name, { description, precedence }] of Object.entries(groups)) {
      if (name === BASE_GROUP || precedence === undefined) continue;
      const group = new CognitoUserGroup(this, name, {
        userPoolId: userPool.id,
        name,
        description: literal(description),
        precedence,
        roleArn: roles.arnOf(name),
      });
      // Who is in a group is known to Cognito alone: a moved address would empty it.
      group.overrideLogicalId(name);
    }
  }
}
