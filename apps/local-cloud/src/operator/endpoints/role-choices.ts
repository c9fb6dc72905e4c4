import type { AuthModel, IdentityPool, RoleMapping, UserPool } from '@gatehouse/auth-model';
import type { Value } from '@gatehouse/terraform-json';

import type { RoleChoiceAnswer } from '../answers';
import { roleNames } from './role-names';

type Model = Pick<AuthModel, 'identityPools' | 'roles'>;
type RoleName = (arn: string) => string;

/**
 * How people of a user pool come to a role: one for each identity pool and client through which they can.
 * Source: Cognito Developer Guide, "Using role-based access control".
 */
export function roleChoices(
  { identityPools, roles }: Model,
  { providerName, clients, groups }: Pick<UserPool, 'providerName' | 'clients' | 'groups'>,
): readonly RoleChoiceAnswer[] {
  const roleName = roleNames(roles);
  return identityPools.flatMap((pool) =>
    pool.providers
      .filter((provider) => provider.providerName === providerName)
      .map(({ clientId }) => {
        const provider = `${providerName}:${clientId}`;
        const mapping = pool.roleMappings.find((one) => one.provider === provider);
        return {
          identityPool: pool.name,
          client: clients.find(({ id }) => id === clientId)?.name ?? clientId,
          ...describeChoice(pool, mapping, { roleName, hasGroups: groups.length > 0 }),
        };
      }),
  );
}

function describeChoice(
  { authenticatedRoleArn }: IdentityPool,
  mapping: RoleMapping | undefined,
  { roleName, hasGroups }: { readonly roleName: RoleName; readonly hasGroups: boolean },
): Pick<RoleChoiceAnswer, 'words' | 'rules'> {
  const usual = usualRole(authenticatedRoleArn, roleName);
  if (mapping === undefined)
    return {
      words: `Whoever signs in gets ${usual}${hasGroups ? ': groups make no difference' : ''}.`,
      rules: [],
    };
  if (mapping.type.kind !== 'known')
    return { words: 'How the role is chosen is not known here.', rules: [] };
  const otherwise = otherwiseWords(mapping, usual);
  if (mapping.type.value === 'Token')
    return {
      words: `Their groups decide: the role of the one with the lowest precedence. Who has none, or several that tie, gets ${otherwise}.`,
      rules: [],
    };
  return {
    words: `Rules on their claims decide, the first that matches. Whom none matches gets ${otherwise}.`,
    rules: mapping.rules.map(({ claim, matchType, value, roleArn }) => ({
      when: `${claim} ${MATCH_WORDS[matchType]} ${value}`,
      role: valueWords(roleArn, roleName),
    })),
  };
}

const MATCH_WORDS = {
  Equals: 'equals',
  Contains: 'contains',
  StartsWith: 'starts with',
  NotEqual: 'is not',
} as const;

function otherwiseWords({ ambiguousRoleResolution }: RoleMapping, usual: string): string {
  if (ambiguousRoleResolution !== undefined && ambiguousRoleResolution.kind !== 'known')
    return 'what is not known here';
  return ambiguousRoleResolution?.value === 'AuthenticatedRole' ? usual : 'no credentials';
}

function usualRole(arn: Value<string> | undefined, roleName: RoleName): string {
  if (arn === undefined) return 'no credentials, as the identity pool has no authenticated role';
  return `the authenticated role, ${valueWords(arn, roleName)}`;
}

function valueWords(arn: Value<string>, roleName: RoleName): string {
  return arn.kind === 'known' ? roleName(arn.value) : 'a role that is not known here';
}
