import type { Known, Value } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';
import type { Problems } from './problems';
import type { Unsupported } from './read-context';
import type { CollectedParts } from './collect-parts';
import { whyNotKnown } from './decide/why-not-known';
import { atMostOne, groupByOwner, ownAndOthers } from './group-by-owner';
import type { Role, RolePolicy } from './model';
import type { IdentityPool, OpenIdProvider, UserGroup, UserPool } from './model-identity';
import type { Owned } from './readers/owned';
import { refuseTwins } from './refuse-twins';

/** Names that differ in case only are one to Cognito. Source: GitHub, aws-amplify/amplify-backend#1781. */
const UNIQUE_GROUP = {
  attribute: 'name',
  keyOf: ({ owner, value }: Owned<UserGroup>) => `${owner} ${value.name.toLowerCase()}`,
  words: () => 'A group with the name already exists',
};

export function assembleUserPools(parts: CollectedParts): readonly UserPool[] {
  const pools = parts.of('aws_cognito_user_pool');
  const ids = pools.map(({ id }) => id);
  const clientsOf = groupByOwner(
    parts.of('aws_cognito_user_pool_client'),
    ids,
    'user pool',
    parts.problems,
  );
  const groups = parts.of('aws_cognito_user_group');
  refuseTwins(groups, UNIQUE_GROUP, parts.problems);
  const groupsOf = groupByOwner(groups, ids, 'user pool', parts.problems);
  return pools.map((pool) => ({ ...pool, clients: clientsOf(pool.id), groups: groupsOf(pool.id) }));
}

export function assembleIdentityPools(
  parts: CollectedParts,
  reportUnsupported: (entry: Unsupported) => void,
): readonly IdentityPool[] {
  const pools = parts.of('aws_cognito_identity_pool');
  const ids = pools.map(({ id }) => id);
  const attachments = parts.of('aws_cognito_identity_pool_roles_attachment');
  const rolesOf = groupByOwner(attachments, ids, 'identity pool', parts.problems);
  const tags = parts.of('aws_cognito_identity_pool_provider_principal_tag');
  const tagsOf = groupByOwner(tags, ids, 'identity pool', parts.problems);
  const inStack = parts.of('aws_iam_openid_connect_provider');
  return pools.map(({ openIdProviderArns, ...pool }) => ({
    ...pool,
    openIdProviders: openIdProviderArns.map(
      (arn) => inStack.find((one) => one.arn === arn) ?? outside(arn, pool, reportUnsupported),
    ),
    principalTags: tagsOf(pool.id),
    roleMappings: [],
    ...checkMappings(
      pool,
      atMostOne(rolesOf(pool.id), {
        what: 'What roles are given by',
        address: pool.address,
        problems: parts.problems,
      }),
      parts.problems,
    ),
  }));
}

/** AWS refuses a mapping for a user pool's client that the identity pool does not take. Source: GitHub, aws/aws-cdk#22951. */
function checkMappings<Roles extends Pick<IdentityPool, 'roleMappings'>>(
  { address, providers }: Pick<IdentityPool, 'address' | 'providers'>,
  roles: Roles | undefined,
  problems: Problems,
): Roles | undefined {
  const taken = providers.map(({ providerName, clientId }) => `${providerName}:${clientId}`);
  const wrong = roles?.roleMappings.find(
    ({ provider }) => provider.startsWith('cognito-idp.') && !taken.includes(provider),
  );
  if (wrong === undefined) return roles;
  const words = `A role mapping of ${address} is for ${wrong.provider}, and the pool takes ${taken.join(', ') || 'no user pool'}. Name one of its providers, as <provider name>:<client id>.`;
  problems.report(address, '', new AuthModelError('ERR_MODEL_INVALID_VALUE', words));
  return roles;
}

/** Whose tokens it takes is said where it was made. */
function outside(
  arn: string,
  { address }: Pick<IdentityPool, 'address'>,
  reportUnsupported: (entry: Unsupported) => void,
): OpenIdProvider {
  reportUnsupported({
    address,
    attribute: 'openid_connect_provider_arns',
    because: `${arn} is not part of this stack, so that its clients are not known and its tokens are refused`,
  });
  return { arn, providerName: arn.replace(/^[^/]*\//, ''), clientIds: [] };
}

/** A role's own policies, then those attached to it, in the order of the file. */
export function assembleRoles(parts: CollectedParts): readonly Role[] {
  const roles = parts.of('aws_iam_role');
  const names = roles.map(({ role }) => role.name);
  const inlineOf = groupByOwner(parts.of('aws_iam_role_policy'), names, 'role', parts.problems);
  const attachedOf = groupByOwner(
    parts.of('aws_iam_role_policy_attachment'),
    names,
    'role',
    parts.problems,
  );
  const managed = new Map(parts.of('aws_iam_policy').map(({ arn, policy }) => [arn, policy]));
  return roles.map(({ role, managedPolicyArns, boundaryArn }) => {
    const find = (arn: Value<string>): RolePolicy => {
      if (arn.kind !== 'known') return policyNotKnown(arn, role.address);
      return managed.get(arn.value) ?? policyOutside(arn.value, role.address);
    };
    const attached = ownAndOthers(parts, managedPolicyArns, attachedOf(role.name)).map(find);
    const inline = ownAndOthers(parts, role.policies, inlineOf(role.name));
    const boundary = boundaryArn !== undefined && { permissionsBoundary: find(boundaryArn) };
    return { ...role, policies: [...inline, ...attached], ...boundary };
  });
}

/** Whatever it grants, nobody may take it for nothing. */
function policyNotKnown(arn: Exclude<Value<string>, Known>, address: string): RolePolicy {
  return {
    name: 'an attached policy',
    address,
    document: { kind: 'unknown', because: whyNotKnown('its ARN', arn) },
  };
}

/** What AWS or another stack keeps cannot be read here, and must not be taken for nothing. */
function policyOutside(arn: string, address: string): RolePolicy {
  const because = `${arn} is not part of this stack`;
  return { name: arn, address, document: { kind: 'unknown', because } };
}
