import type { AuthModel } from '../model';
import type {
  IdentityPool,
  IdentityProvider,
  OpenIdProvider,
  RoleMapping,
  UserGroup,
  UserPool,
} from '../model-identity';
import { IN_OPENID_TOKENS, IN_USER_POOL_TOKENS } from './claim-values';
import { ruleOutcomes } from './rule-outcomes';
import { accessOf, accessOfMember, accessOfOpenId, type PrincipalAccess } from './principal-access';

/** Someone who might call, and what they call with. */
export interface Principal {
  readonly name: string;
  /** Without where they sign in, where several do: `member` of `member of web`. */
  readonly shortName: string;
  readonly access: PrincipalAccess;
}

/**
 * Guests, people who have signed in, each way in which rules choose a role for them, each group, and each pair of groups whose roles
 * compete. More groups than two need no row of their own: the outcome is that of the best one alone, or of two that tie for best.
 * @param beside what it is compared with: where somebody's name says where they sign in there, it does so here
 */
export function matrixPrincipals(
  model: AuthModel,
  beside: readonly AuthModel[] = [],
): readonly Principal[] {
  if (model.identityPools.length === 0) return [WITHOUT_POOL];
  const all = [model, ...beside];
  const placeOf = all.some((one) => providersOf(one).length > 1) ? placesOf(model) : () => '';
  const saysPool = all.some(({ identityPools }) => identityPools.length > 1);
  return model.identityPools.flatMap((pool) => {
    const guestPlace = saysPool ? ` of ${poolLabel(model, pool)}` : '';
    const guest = {
      ...named('guest', guestPlace),
      access: accessOf(model, pool, undefined, ['unauthenticated']),
    };
    const signedIn = pool.providers.flatMap((provider) =>
      providerPrincipals(model, pool, provider, placeOf(provider)),
    );
    const elsewhere = pool.openIdProviders.flatMap((provider) =>
      openIdPrincipals(model, pool, provider, placeOf(provider)),
    );
    return [guest, ...signedIn, ...elsewhere];
  });
}

/** Nobody gets credentials, but what asks for none is still open. */
const WITHOUT_POOL: Principal = {
  name: 'guest',
  shortName: 'guest',
  access: { kind: 'none', words: 'the stack has no identity pool to get a role from' },
};

/** AWS lets two pools have one name: those are told apart by their addresses. */
function poolLabel({ identityPools }: AuthModel, { name, address }: IdentityPool): string {
  return identityPools.filter((one) => one.name === name).length === 1 ? name : address;
}

function named(shortName: string, place: string): Omit<Principal, 'access'> {
  return { name: `${shortName}${place}`, shortName };
}

function providersOf({ identityPools }: AuthModel): readonly (IdentityProvider | OpenIdProvider)[] {
  return identityPools.flatMap((pool) => [...pool.providers, ...pool.openIdProviders]);
}

/** ` of web`: the client by its name, where it has one that no other has. */
function placesOf(model: AuthModel): (provider: IdentityProvider | OpenIdProvider) => string {
  const all = providersOf(model);
  const clients = model.userPools.flatMap((pool) => pool.clients);
  const labelOf = (provider: IdentityProvider | OpenIdProvider): string => {
    if (!('clientId' in provider)) return provider.providerName;
    return clients.find(({ id }) => id === provider.clientId)?.name ?? provider.clientId;
  };
  return (provider) => {
    const label = labelOf(provider);
    const isUnique = all.filter((one) => labelOf(one) === label).length === 1;
    return ` of ${isUnique || !('clientId' in provider) ? label : provider.clientId}`;
  };
}

function providerPrincipals(
  model: AuthModel,
  pool: IdentityPool,
  provider: IdentityProvider,
  place: string,
): readonly Principal[] {
  const { providerName, clientId } = provider;
  const userPool = model.userPools.find((one) => one.providerName === providerName);
  const outcomes = ruleOutcomes(mappingOf(pool, [`${providerName}:${clientId}`]), {
    ...IN_USER_POOL_TOKENS,
    aud: { is: clientId },
    iss: { is: `https://${providerName}` },
    token_use: { is: 'id' },
  });
  const members = outcomes?.map((outcome) => ({
    ...named(`member${outcome.suffix}`, place),
    access: accessOfMember(model, pool, provider, userPool, [], outcome),
  }));
  const inGroups = membershipsOf(userPool?.groups ?? []).map((groups) => ({
    ...named(nameOf(groups), place),
    access: accessOfMember(model, pool, provider, userPool, groups),
  }));
  return members === undefined ? inGroups : [...members, ...inGroups.slice(1)];
}

function openIdPrincipals(
  model: AuthModel,
  pool: IdentityPool,
  provider: OpenIdProvider,
  place: string,
): readonly Principal[] {
  const { providerName, arn } = provider;
  const mapping = mappingOf(pool, [providerName, arn]);
  const always = { ...IN_OPENID_TOKENS, iss: { is: `https://${providerName}` } };
  const outcomes = ruleOutcomes(mapping, always) ?? [undefined];
  return outcomes.map((outcome) => ({
    ...named(`member${outcome?.suffix ?? ''}`, place),
    access: accessOfOpenId(model, pool, provider, outcome),
  }));
}

function mappingOf(
  { roleMappings }: IdentityPool,
  names: readonly string[],
): RoleMapping | undefined {
  return roleMappings.find(({ provider }) => names.includes(provider));
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
      return [{ ...named(nameOf(groups), ''), access }];
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
