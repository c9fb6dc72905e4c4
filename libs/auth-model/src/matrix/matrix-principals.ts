import { describeDecision } from '@gatehouse/iam';

import type { Login, RoleChoice } from '../decide';
import { chooseRole } from '../decide/choose-role';
import { evaluateTrust } from '../decide/evaluate-trust';
import { tokenRoleClaims } from '../decide/token-role-claims';
import type { AuthModel, Role } from '../model';
import type { IdentityPool, IdentityProvider, UserGroup, UserPool } from '../model-identity';

/** Someone who might call, and what they call with. */
export interface Principal {
  readonly name: string;
  readonly access: PrincipalAccess;
}

/** The role of a session, or why there is no session. `words`: for a person. */
export type PrincipalAccess =
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly pool: IdentityPool;
      readonly amr: readonly string[];
      readonly words: string;
    }
  | { readonly kind: 'none'; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string };

/**
 * Guests, people who have signed in, each group, and each pair of groups whose roles compete. More groups than two need no row of
 * their own: the outcome is that of the best one alone, or of two that tie for best.
 */
export function matrixPrincipals(model: AuthModel): readonly Principal[] {
  if (model.identityPools.length === 0) return [WITHOUT_POOL];
  const providers = model.identityPools.flatMap((pool) => pool.providers);
  return model.identityPools.flatMap((pool) => {
    const guestSuffix = model.identityPools.length > 1 ? ` of ${pool.name}` : '';
    const guest = {
      name: `guest${guestSuffix}`,
      access: accessOf(model, pool, undefined, ['unauthenticated']),
    };
    const signedIn = pool.providers.flatMap((provider) =>
      providerPrincipals(
        model,
        pool,
        provider,
        providers.length > 1 ? ` of ${provider.clientId}` : '',
      ),
    );
    return [guest, ...signedIn];
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

/** Who is in all of these groups, however many: one for each sign-in that has them all. */
export function principalsInGroups(
  model: AuthModel,
  names: readonly string[],
): readonly Principal[] {
  return model.identityPools.flatMap((pool) =>
    pool.providers.flatMap((provider) => {
      const userPool = model.userPools.find((one) => one.providerName === provider.providerName);
      const groups = (userPool?.groups ?? []).filter(({ name }) => names.includes(name));
      if (groups.length === 0 || groups.length < new Set(names).size) return [];
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

function accessOfMember(
  model: AuthModel,
  pool: IdentityPool,
  { providerName, clientId }: IdentityProvider,
  userPool: UserPool | undefined,
  groups: readonly UserGroup[],
): PrincipalAccess {
  const claims = roleClaims(userPool, groups);
  if (claims.kind === 'unknown') return { kind: 'unknown', words: claims.because };
  const login: Login = {
    provider: `${providerName}:${clientId}`,
    claims: { ...claims.value, aud: clientId, iss: `https://${providerName}`, token_use: 'id' },
    moreClaims: true,
  };
  // The last one ends in the user's own id.
  const amr = ['authenticated', providerName, `${providerName}:CognitoSignIn:{sub}`];
  return accessOf(model, pool, login, amr);
}

/** Of a user pool outside the stack, nothing is known. */
function roleClaims(userPool: UserPool | undefined, groups: readonly UserGroup[]) {
  if (userPool === undefined) return { kind: 'known' as const, value: {} };
  const claims = tokenRoleClaims(
    userPool,
    groups.map(({ name }) => name),
  );
  if (claims.kind === 'unknown') return claims;
  const { groups: names, roles, preferredRole } = claims.value;
  const preferred = preferredRole === undefined ? {} : { 'cognito:preferred_role': preferredRole };
  return {
    kind: 'known' as const,
    value: { 'cognito:groups': names, 'cognito:roles': roles, ...preferred },
  };
}

function accessOf(
  model: AuthModel,
  pool: IdentityPool,
  login: Login | undefined,
  amr: readonly string[],
): PrincipalAccess {
  const choice: RoleChoice = chooseRole(pool, login);
  if (choice.kind === 'unknown') return { kind: 'unknown', words: choice.because };
  if (choice.kind === 'denied') return { kind: 'none', words: choice.detail };
  const role = model.roles.find(({ arn }) => arn === choice.roleArn);
  if (role === undefined) {
    return { kind: 'unknown', words: `the role ${choice.roleArn} is not part of this stack` };
  }
  const trust = evaluateTrust(role, { audience: pool.id, amr, subject: undefined });
  const words = `${role.name} (${choice.detail})`;
  if (trust.effect === 'allow') return { kind: 'role', role, pool, amr, words };
  const refusal = `${words} does not trust them: the trust policy ${describeDecision(trust)}`;
  return { kind: trust.effect === 'deny' ? 'none' : 'unknown', words: refusal };
}
