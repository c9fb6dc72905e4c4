import { describeDecision, type DecidingStatement, type Decision } from '@gatehouse/iam';

import { authorizeInvoke, authorizeUnsignedInvoke } from '../decide/authorize-invoke';
import { COGNITO_PROVIDER } from '../decide/authorize-session';
import { pathPattern } from '../decide/path-pattern';
import { whyNotKnown } from '../decide/why-not-known';
import { concretePaths } from '../routing/concrete-paths';
import type { AccessCell } from './matrix';
import type { Principal } from './matrix-principals';
import type { PrincipalAccess } from './principal-access';
import type { StageRoute } from './matrix-routes';

type Verdict = Pick<AccessCell, 'allowed' | 'reason'>;

/** The verdict with the statement that decided, where one did. */
export interface WeighedCell extends Verdict {
  readonly by?: DecidingStatement;
}

type RoleAccess = Extract<PrincipalAccess, { kind: 'role' }>;

/**
 * May this principal call this route?
 * @param path a concrete one that the route stands for
 * @default every path that the route stands for
 */
export function decideCell(principal: Principal, route: StageRoute, path?: string): Verdict {
  const { allowed, reason } = weighCell(principal, route, path);
  return { allowed, reason };
}

/** Of a path, every reading must be allowed, as the gateway wants it. */
export function weighCell(principal: Principal, route: StageRoute, path?: string): WeighedCell {
  if (path === undefined) return weighPath(principal, route);
  const [first = path, ...others] = concretePaths(path);
  const asSent = weighPath(principal, route, first);
  if (asSent.allowed !== true) return asSent;
  const read = others.map((other) => weighPath(principal, route, other));
  return read.find(({ allowed }) => allowed !== true) ?? asSent;
}

function weighPath({ access }: Principal, route: StageRoute, path?: string): WeighedCell {
  const { authorization } = route.method;
  if (authorization.kind !== 'known') {
    return { allowed: null, reason: whyNotKnown('the authorization of the method', authorization) };
  }
  if (authorization.value === 'NONE') return decideOpenRoute(route, path);
  if (authorization.value !== 'AWS_IAM') {
    return {
      allowed: null,
      reason: `the authorization ${authorization.value} is not decided here`,
    };
  }
  if (access.kind === 'none') return { allowed: false, reason: access.words };
  if (access.kind === 'unknown') return { allowed: null, reason: access.words };
  return decideSigned(access, route, path);
}

/** Which paths are weighed: one, or all that the route stands for. */
function pathsOf({ method }: StageRoute, concrete: string | undefined) {
  if (concrete !== undefined) return { path: concrete };
  const path = pathPattern(method.resourcePath);
  return { path, pathIsPattern: path !== method.resourcePath };
}

function decideOpenRoute(route: StageRoute, concrete: string | undefined): WeighedCell {
  const decided = authorizeUnsignedInvoke({
    ...route,
    ...pathsOf(route, concrete),
    moment: 'ahead',
  });
  if (decided === undefined)
    return { allowed: true, reason: 'open to anyone: the method asks for no signature' };
  return toVerdict('unsigned calls', decided.decision);
}

/** What a request brings along besides its session is not known before there is one. */
function decideSigned(
  { role, pool, amr, session, unknownTags, words }: RoleAccess,
  route: StageRoute,
  concrete: string | undefined,
): WeighedCell {
  const { decision } = authorizeInvoke({
    ...route,
    ...pathsOf(route, concrete),
    role,
    session,
    context: {
      [`${COGNITO_PROVIDER}:aud`]: pool.id,
      [`${COGNITO_PROVIDER}:amr`]: amr,
    },
    unknownKeys: unknownTags.map((tag) => `aws:PrincipalTag/${tag}`),
    moment: 'ahead',
  });
  return toVerdict(words, decision);
}

function toVerdict(who: string, decision: Decision): WeighedCell {
  const reason = `${who}: ${describeDecision(decision)}`;
  if (decision.effect === 'unknown') return { allowed: null, reason };
  const by = 'by' in decision ? { by: decision.by } : {};
  return { allowed: decision.effect === 'allow', reason, ...by };
}
