import { allowedRoutes, BASE_GROUP, type Tables } from '@gatehouse/access';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Construct } from 'constructs';

import type { Api } from '../api/api';
import { groupName, type Names } from '../names';
import { GroupRole } from './group-role';
import type { IdentityPool } from './identity-pool';
import { trustPolicy } from './trust-policy';

export interface GroupRolesProps extends Tables {
  readonly names: Names;
  readonly identityPool: IdentityPool;
  readonly api: Api;
}

/** A role for every group of the table, and one for visitors that may do nothing. */
export class GroupRoles extends Construct {
  /** What everyone acts as who is in no group. */
  readonly baseArn: string;
  readonly guestArn: string;
  private readonly arns: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, props: GroupRolesProps) {
    super(scope, id);
    this.arns = new Map(
      Object.entries(props.groups).map(([group, { description }]) => {
        const routeKeys = allowedRoutes(group, props);
        const role = new GroupRole(this, groupName(group), {
          ...props,
          group,
          description,
          routeKeys,
        });
        return [group, role.arn];
      }),
    );
    this.baseArn = this.arnOf(BASE_GROUP);
    this.guestArn = this.makeGuestRole(props);
  }

  arnOf(group: string): string {
    const arn = this.arns.get(group);
    if (arn === undefined) throw new Error(`no role was made for group "${group}"`);
    return arn;
  }

  /** Guests are off. The role stands without a statement, so that turning them on would still give them nothing. */
  private makeGuestRole({ names, identityPool }: GroupRolesProps): string {
    const role = new IamRole(this, 'Guest', {
      name: names.guestRole(),
      description: 'Visitors who are not signed in: may do nothing',
      assumeRolePolicy: trustPolicy(identityPool.id, 'unauthenticated'),
    });
    return role.arn;
  }
}
