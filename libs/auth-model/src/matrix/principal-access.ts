import { describeDecision } from '@gatehouse/iam';

import type { Login, RoleChoice, Session } from '../decide';
import { COGNITO_SESSION_NAME } from '../decide/authorize-session';
import { chooseRole } from '../decide/choose-role';
import type { RuleOutcome } from './rule-outcomes';
import { evaluateTrust } from '../decide/evaluate-trust';
import { GUEST_SESSION_POLICIES } from '../decide/guest-session-policies';
import { sessionTags } from '../decide/session-tags';
import { tokenRoleClaims } from '../decide/token-role-claims';
import type { AuthModel, Role } from '../model';
import type {
  IdentityPool,
  IdentityProvider,
  OpenIdProvider,
  UserGroup,
  UserPool,
} from '../model-identity';

/** The role of a session, or why there is no session. `words`: for a person. */
export type PrincipalAccess =
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly pool: IdentityPool;
      readonly amr: readonly string[];
      readonly session: Session;
      /** Tags of the session of which only the name is known. */
      readonly unknownTags: readonly string[];
      readonly words: string;
    }
  | { readonly kind: 'none'; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string };

/** What somebody in these groups calls with, who signed in at the client of a user pool. */
export function accessOfMember(
  model: AuthModel,
  pool: IdentityPool,
  { providerName, clientId }: IdentityProvider,
  userPool: UserPool | undefined,
  groups: readonly UserGroup[],
  outcome?: RuleOutcome,
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
  return outcome
    ? accessByRule(model, pool, login, amr, outcome)
    : accessOf(model, pool, login, amr);
}

/** Whoever has signed in at a provider outside AWS: of the token no more is known than who made it. */
export function accessOfOpenId(
  model: AuthModel,
  pool: IdentityPool,
  { providerName, arn }: OpenIdProvider,
  outcome?: RuleOutcome,
): PrincipalAccess {
  const claims = { iss: `https://${providerName}` };
  const login: Login = { provider: providerName, providerArn: arn, claims, moreClaims: true };
  const amr = ['authenticated', providerName, `${arn}:OIDC:{sub}`];
  return outcome
    ? accessByRule(model, pool, login, amr, outcome)
    : accessOf(model, pool, login, amr);
}

/** Of the claims that rules look at, those of the outcome are all that the token has; of others, nothing is known. */
function accessByRule(
  model: AuthModel,
  pool: IdentityPool,
  login: Login,
  amr: readonly string[],
  { claims, isExact }: RuleOutcome,
): PrincipalAccess {
  const choosing = { ...login, claims: { ...login.claims, ...claims }, moreClaims: false };
  const known = isExact ? { ...login, claims: choosing.claims } : login;
  return accessOf(model, pool, known, amr, chooseRole(pool, choosing));
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

/**
 * @param login `undefined`: a guest
 * @param choice of the role
 * @default as the identity pool chooses for the login
 */
export function accessOf(
  model: AuthModel,
  pool: IdentityPool,
  login: Login | undefined,
  amr: readonly string[],
  choice: RoleChoice = chooseRole(pool, login),
): PrincipalAccess {
  if (choice.kind === 'unknown') return { kind: 'unknown', words: choice.because };
  if (choice.kind === 'denied') return { kind: 'none', words: choice.detail };
  const role = model.roles.find(({ arn }) => arn === choice.roleArn);
  if (role === undefined) {
    return { kind: 'unknown', words: `the role ${choice.roleArn} is not part of this stack` };
  }
  const { tags, unknownTags } = sessionTags(pool, login);
  const asked = { audience: pool.id, amr, subject: undefined, tags, unknownTags };
  const trust = evaluateTrust(role, asked);
  const words = `${role.name} (${choice.detail})`;
  const scopeDown = login === undefined && { policies: GUEST_SESSION_POLICIES };
  const session = { name: COGNITO_SESSION_NAME, tags, ...scopeDown };
  if (trust.effect === 'allow') {
    return { kind: 'role', role, pool, amr, session, unknownTags, words };
  }
  const refusal = `${words} does not trust them: the trust policy ${describeDecision(trust)}`;
  return { kind: trust.effect === 'deny' ? 'none' : 'unknown', words: refusal };
}
