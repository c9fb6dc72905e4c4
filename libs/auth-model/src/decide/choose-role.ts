import { known, type Value } from '@gatehouse/terraform-json';

import type { Login, RoleChoice, RoleReason, RoleRefusal } from '../decide';
import type { IdentityPool, RoleMapping } from '../model-identity';
import { matchRule } from './match-rule';
import { namesOfLogin } from './names-of-login';
import { whyNotKnown } from './why-not-known';

type Pool = Pick<
  IdentityPool,
  'allowUnauthenticated' | 'authenticatedRoleArn' | 'unauthenticatedRoleArn' | 'roleMappings'
>;

/**
 * Which role an identity pool gives.
 * Source: Cognito Developer Guide, "Using role-based access control"; identity pools API reference, "GetCredentialsForIdentity"
 * (CustomRoleArn) and "RoleMapping".
 * @param login who has signed in; `undefined`: a guest
 * @param customRoleArn a role that the caller asks for by name
 */
export function chooseRole(
  pool: Pool,
  login: Login | undefined,
  customRoleArn?: string,
): RoleChoice {
  if (login === undefined) return chooseGuestRole(pool, customRoleArn);
  const names = namesOfLogin(login);
  const mapping = pool.roleMappings.find(({ provider }) => names.includes(provider));
  const type = mapping?.type ?? known(undefined);
  if (type.kind !== 'known') {
    return { kind: 'unknown', because: whyNotKnown('the type of the role mapping', type) };
  }
  if (mapping !== undefined && type.value === 'Token') {
    return chooseFromToken(pool, mapping, login, customRoleArn);
  }
  if (customRoleArn !== undefined) {
    return denied(
      'custom-role-not-in-token',
      'only a role mapping of type Token lets the caller ask for a role',
    );
  }
  if (mapping !== undefined) return chooseByRules(pool, mapping, login);
  const detail = `no role mapping for ${login.provider}, so the authenticated role`;
  return give(pool.authenticatedRoleArn, 'authenticated-role', detail);
}

function chooseGuestRole(pool: Pool, customRoleArn: string | undefined): RoleChoice {
  const { allowUnauthenticated, unauthenticatedRoleArn } = pool;
  if (allowUnauthenticated.kind !== 'known') {
    return {
      kind: 'unknown',
      because: whyNotKnown('whether guests are allowed', allowUnauthenticated),
    };
  }
  if (!allowUnauthenticated.value) {
    return denied('guests-not-allowed', 'the identity pool does not allow guests');
  }
  if (customRoleArn !== undefined) {
    return denied('custom-role-not-in-token', 'a guest has no token that could hold the role');
  }
  return give(
    unauthenticatedRoleArn,
    'unauthenticated-role',
    'guests get the unauthenticated role',
  );
}

function chooseFromToken(
  pool: Pool,
  mapping: RoleMapping,
  { claims, moreClaims = false }: Login,
  customRoleArn: string | undefined,
): RoleChoice {
  const roles = textsOf(claims['cognito:roles']);
  const preferred = claims['cognito:preferred_role'];
  if (customRoleArn !== undefined) {
    return roles.includes(customRoleArn)
      ? chosen(customRoleArn, 'custom-role', 'the caller asked for a role that the token holds')
      : denied('custom-role-not-in-token', `the token does not hold the role ${customRoleArn}`);
  }
  if (typeof preferred === 'string' && preferred !== '') {
    return chosen(preferred, 'preferred-role', 'preferred by the token');
  }
  if (moreClaims && !Object.hasOwn(claims, 'cognito:roles')) {
    return { kind: 'unknown', because: 'the roles of the token are not known' };
  }
  const [only, second] = roles;
  if (only !== undefined && second === undefined) {
    return chosen(only, 'preferred-role', 'the only role of the token');
  }
  const why =
    only === undefined
      ? 'the token holds no role'
      : 'the token holds several roles and prefers none';
  return resolveAmbiguity(pool, mapping, why);
}

/** In their order; the first that matches decides. */
function chooseByRules(pool: Pool, mapping: RoleMapping, login: Login): RoleChoice {
  for (const rule of mapping.rules) {
    const match = matchRule(rule, login);
    if (match.kind === 'unknown') return match;
    if (!match.value) continue;
    return give(
      rule.roleArn,
      'rule',
      `the rule "${rule.claim} ${rule.matchType} ${rule.value}" matches`,
    );
  }
  return resolveAmbiguity(pool, mapping, 'no rule matches');
}

function resolveAmbiguity(pool: Pool, mapping: RoleMapping, why: string): RoleChoice {
  const resolution = mapping.ambiguousRoleResolution;
  if (resolution !== undefined && resolution.kind !== 'known') {
    return {
      kind: 'unknown',
      because: whyNotKnown('the resolution of ambiguous roles', resolution),
    };
  }
  if (resolution?.value !== 'AuthenticatedRole') {
    return denied('ambiguous-role-mapping', `${why}, and the role mapping says Deny`);
  }
  return give(
    pool.authenticatedRoleArn,
    'ambiguous-so-authenticated-role',
    `${why}, so the authenticated role`,
  );
}

function give(arn: Value<string> | undefined, because: RoleReason, detail: string): RoleChoice {
  if (arn === undefined) return denied('no-role-set', `${detail}, but the identity pool has none`);
  if (arn.kind !== 'known') return { kind: 'unknown', because: whyNotKnown('the role', arn) };
  return chosen(arn.value, because, detail);
}

function chosen(roleArn: string, because: RoleReason, detail: string): RoleChoice {
  return { kind: 'role', roleArn, because, detail };
}

function denied(because: RoleRefusal, detail: string): RoleChoice {
  return { kind: 'denied', because, detail };
}

/** The claim is a list in the tokens Cognito signs. */
function textsOf(claim: unknown): readonly string[] {
  return Array.isArray(claim) ? claim.filter((item) => typeof item === 'string') : [];
}
