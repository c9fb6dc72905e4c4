import type { CollectedParts } from './collect-parts';
import { atMostOne, groupByOwner, ownAndOthers } from './group-by-owner';
import type { Role, RolePolicy } from './model';
import type { IdentityPool, UserPool } from './model-identity';

export function assembleUserPools(parts: CollectedParts): readonly UserPool[] {
  const pools = parts.of('aws_cognito_user_pool');
  const ids = pools.map(({ id }) => id);
  const clientsOf = groupByOwner(parts.of('aws_cognito_user_pool_client'), ids, 'user pool');
  const groupsOf = groupByOwner(parts.of('aws_cognito_user_group'), ids, 'user pool');
  return pools.map((pool) => ({ ...pool, clients: clientsOf(pool.id), groups: groupsOf(pool.id) }));
}

export function assembleIdentityPools(parts: CollectedParts): readonly IdentityPool[] {
  const pools = parts.of('aws_cognito_identity_pool');
  const ids = pools.map(({ id }) => id);
  const attachments = parts.of('aws_cognito_identity_pool_roles_attachment');
  const rolesOf = groupByOwner(attachments, ids, 'identity pool');
  return pools.map((pool) => ({
    ...pool,
    roleMappings: [],
    ...atMostOne(rolesOf(pool.id), `What roles the identity pool ${pool.address} gives`),
  }));
}

/** A role's own policies, then those attached to it, in the order of the file. */
export function assembleRoles(parts: CollectedParts): readonly Role[] {
  const roles = parts.of('aws_iam_role');
  const names = roles.map(({ role }) => role.name);
  const inlineOf = groupByOwner(parts.of('aws_iam_role_policy'), names, 'role');
  const attachedOf = groupByOwner(parts.of('aws_iam_role_policy_attachment'), names, 'role');
  const managed = new Map(parts.of('aws_iam_policy').map(({ arn, policy }) => [arn, policy]));
  return roles.map(({ role, managedPolicyArns }) => {
    const attached = ownAndOthers(parts, managedPolicyArns, attachedOf(role.name)).map(
      (arn) => managed.get(arn) ?? policyOutside(arn, role.address),
    );
    const inline = ownAndOthers(parts, role.policies, inlineOf(role.name));
    return { ...role, policies: [...inline, ...attached] };
  });
}

/** What AWS or another stack keeps cannot be read here, and must not be taken for nothing. */
function policyOutside(arn: string, address: string): RolePolicy {
  const because = `${arn} is not part of this stack`;
  return { name: arn, address, document: { kind: 'unknown', because } };
}
