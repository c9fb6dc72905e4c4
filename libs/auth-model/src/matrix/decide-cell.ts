import {
  describeDecision,
  describeStatement,
  type DecidingStatement,
  type Decision,
} from '@gatehouse/iam';

import { authorizeInvoke, authorizeUnsignedInvoke } from '../decide/authorize-invoke';
import { whyNotKnown } from '../decide/why-not-known';
import type { AccessCell } from './matrix';
import { conditionKeysOf } from './condition-keys';
import type { Principal } from './matrix-principals';
import type { PrincipalAccess } from './principal-access';
import type { StageRoute } from './matrix-routes';
import { patternsOverlap } from './patterns-overlap';
import { isAboutInvoking, routePattern } from './route-patterns';
import { settledStatements, type SettledPolicy } from './settled-statements';

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

export function weighCell({ access }: Principal, route: StageRoute, path?: string): WeighedCell {
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

function decideOpenRoute(route: StageRoute, concrete: string | undefined): WeighedCell {
  const policies = [route.api].flatMap(({ name, policy }) =>
    policy ? [{ name, document: policy }] : [],
  );
  const path = concrete ?? route.method.resourcePath;
  const unknownKeys = conditionKeysOf(policies);
  const decided = authorizeUnsignedInvoke({ ...route, path, unknownKeys });
  if (decided === undefined)
    return { allowed: true, reason: 'open to anyone: the method asks for no signature' };
  return toVerdict('unsigned calls', decided.decision, policies, concrete ?? route);
}

/** What a request brings along besides its session is not known before there is one. */
function decideSigned(
  { role, pool, amr, session, unknownTags, words }: RoleAccess,
  route: StageRoute,
  concrete: string | undefined,
): WeighedCell {
  const own = [route.api].flatMap(({ name, policy }) =>
    policy ? [{ name, document: policy }] : [],
  );
  const boundary = role.permissionsBoundary ? [role.permissionsBoundary] : [];
  const policies = [...role.policies, ...boundary, ...own];
  const context = {
    'cognito-identity.amazonaws.com:aud': pool.id,
    'cognito-identity.amazonaws.com:amr': amr,
  };
  const settled = [...Object.keys(context), ...SESSION_KEYS].map((key) => key.toLowerCase());
  const open = unknownTags.map((tag) => `${TAG_PREFIX}${tag}`.toLowerCase());
  const unknownKeys = conditionKeysOf(policies).filter((key) =>
    key.startsWith(TAG_PREFIX) ? open.includes(key) : !settled.includes(key),
  );
  const path = concrete ?? route.method.resourcePath;
  const { decision } = authorizeInvoke({ ...route, role, session, path, context, unknownKeys });
  return toVerdict(words, decision, policies, concrete ?? route);
}

/** A tag that neither the role nor the session has is known to be absent. */
const TAG_PREFIX = 'aws:principaltag/';

/** What `authorizeInvoke` says of a session by itself. */
const SESSION_KEYS = [
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalType',
  'aws:userid',
];

function toVerdict(
  who: string,
  decision: Decision,
  policies: readonly SettledPolicy[],
  asked: StageRoute | string,
): WeighedCell {
  const reason = `${who}: ${describeDecision(decision)}`;
  if (decision.effect === 'unknown') return { allowed: null, reason };
  // One concrete path is no exception to itself.
  const exception =
    typeof asked === 'string' ? undefined : exceptionAmongPaths(decision, asked, policies);
  if (exception !== undefined) {
    return { allowed: null, reason: `${who}: it depends on the path, since ${exception}` };
  }
  const by = 'by' in decision ? { by: decision.by } : {};
  return { allowed: decision.effect === 'allow', reason, ...by };
}

/** A route with parameters is many paths, and a statement may be about some of them only. */
function exceptionAmongPaths(
  decision: Decision,
  route: StageRoute,
  policies: readonly SettledPolicy[],
): string | undefined {
  if (!route.method.resourcePath.includes('{')) return undefined;
  if (decision.effect === 'deny' && decision.kind === 'explicit') return undefined;
  const other = decision.effect === 'allow' ? 'Deny' : 'Allow';
  const paths = routePattern(route);
  for (const by of settledStatements(policies)) {
    const { effect, resources } = by.statement;
    if (effect !== other || !isAboutInvoking(by.statement)) continue;
    const overlaps = resources?.patterns.some((pattern) => patternsOverlap(pattern, paths)) ?? true;
    if (overlaps || resources?.negated === true) {
      return `${describeStatement(by)} ${other === 'Deny' ? 'denies' : 'allows'} some`;
    }
  }
  return undefined;
}
