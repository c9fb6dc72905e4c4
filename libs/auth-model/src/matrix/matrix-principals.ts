import type { AuthModel } from '../model';
import type { IdentityPool, IdentityProvider, UserGroup, UserPool } from '../model-identity';
import { accessOf, accessOfMember, accessOfOpenId, type PrincipalAccess } from './principal-access';

/** Someone who might call, and what they call with. */
export interface Principal {
  readonly name: string;
  readonly access: PrincipalAccess;
}

/**
 * Guests, people who have signed in, each group, and each pair of groups whose roles compete. More groups than two need no row of
 * their own: the outcome is that of the best one alone, or of two that tie for best.
 */
export function matrixPrincipals(model: AuthModel): readonly Principal[] {
  if (model.identityPools.length === 0) return [WITHOUT_POOL];
  const several =
    model.identityPools.flatMap((pool) => [...pool.providers, ...pool.openIdProviders]).length > 1;
  return model.identityPools.flatMap((pool) => {
    const guestSuffix = model.identityPools.length > 1 ? ` of ${pool.name}` : '';
    const guest = {
      name: `guest${guestSuffix}`,
      access: accessOf(model, pool, undefined, ['unauthenticated']),
    };
    const signedIn = pool.providers.flatMap((provider) =>
      providerPrincipals(model, pool, provider, several ? ` of ${provider.clientId}` : ''),
    );
    const elsewhere = pool.openIdProviders.map((provider) => ({
      name: `member${several ? ` of ${provider.providerName}` : ''}`,
      access: accessOfOpenId(model, pool, provider),
    }));
    return [guest, ...signedIn, ...elsewhere];
  });
}

/** Nobody gets credentials, but what asks for none is still open. */
const WITHOUT_POOL: Principal = {
  name: 'guest',
  access: { kind: 'none', words: 'the stack has no identity pool to get a role from' },
};

function providerPrincipals(
  model: AuthModel,
  pool: IdentityPool,
  provider: IdentityProvider,
  suffix: string,
): readonly Principal[] {
  const userPool = model.userPools.find(
    ({ providerName }) => providerName === provider.providerName,
  );
  return membershipsOf(userPool?.groups ?? []).map((groups) => ({
    name: `${nameOf(groups)}${suffix}`,
    access: accessOfMember(model, pool, provider, userPool, groups),
  }));
}

/**
 * Who is in all of these groups, however many: one for each sign-in that has them all. Without groups, whoever has signed in.
 * @param of the user pool they sign in to
 * @default each
 */
export function principalsInGroups(
  model: AuthModel,
  names: readonly string[],
  of?: Pick<UserPool, 'providerName'>,
): readonly Principal[] {
  return model.identityPools.flatMap((pool) =>
    pool.providers.flatMap((provider) => {
      if (of !== undefined && of.providerName !== provider.providerName) return [];
      const userPool = model.userPools.find((one) => one.providerName === provider.providerName);
      const groups = (userPool?.groups ?? []).filter(({ name }) => names.includes(name));
      if (groups.length < new Set(names).size) return [];
      const access = accessOfMember(model, pool, provider, userPool, groups);
      return [{ name: nameOf(groups), access }];
    }),
  );
}

function membershipsOf(groups: readonly UserGroup[]): readonly (readonly UserGroup[])[] {
  const pairs = groups.flatMap((first, index) =>
    groups
      .slice(index + 1)
      .filter((second) => compete(first, second))
      .map((second) => [first, second]),
  );
  return [[], ...groups.map((group) => [group]), ...pairs];
}

/** Two groups without a role, or with the same one, bring nothing that each alone does not. */
function compete({ roleArn: first }: UserGroup, { roleArn: second }: UserGroup): boolean {
  if (first === undefined || second === undefined) return false;
  return first.kind !== 'known' || second.kind !== 'known' || first.value !== second.value;
}

/** A group may be called as we call those who are in none. */
function nameOf(groups: readonly UserGroup[]): string {
  const names = groups.map(({ name }) =>
    ['guest', 'member'].includes(name) ? `group ${name}` : name,
  );
  return names.length === 0 ? 'member' : names.join(' + ');
}
