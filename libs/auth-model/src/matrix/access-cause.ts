import { describeStatement, matchesPattern, type DecidingStatement } from '@gatehouse/iam';

import { invokeArn } from '../decide/authorize-invoke';
import type { WeighedCell } from './decide-cell';
import type { Principal } from './matrix-principals';
import type { StageRoute } from './matrix-routes';
import type { PrincipalAccess } from './principal-access';

/** A cell as it stands in one of two stacks. */
export interface Side extends WeighedCell {
  readonly principal: Principal;
  readonly route: StageRoute;
}

/** Why a cell is not what it was: the first of these that changed, in the order in which AWS asks. */
export type AccessCause =
  | { readonly kind: 'route-added' | 'route-removed' | 'principal-added' | 'principal-removed' }
  /** What the method asks for: `AWS_IAM` → `NONE`. */
  | { readonly kind: 'authorization'; readonly before: string; readonly after: string }
  /** Another role, or one instead of none; words for each. */
  | { readonly kind: 'role'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'statement';
      /** What became of it: an `Allow` that came or went, or a `Deny` that did. */
      readonly change: 'allow-gained' | 'allow-lost' | 'deny-gained' | 'deny-lost';
      readonly role: string;
      readonly action: string;
      /** Without what every ARN of the API begins with: `…/dev/POST/vip`. */
      readonly resource: string;
      /** `statement CallPostVip of gatehouse-dev-admin/call-routes`. */
      readonly statement: string;
    }
  /** Something else: the reason of the decision says it. */
  | { readonly kind: 'other' };

interface Presence {
  readonly principal: boolean;
  readonly route: boolean;
}

export function causeOf(
  was: Side | undefined,
  is: Side | undefined,
  before: Presence,
  after: Presence,
): AccessCause {
  if (!before.route) return { kind: 'route-added' };
  if (!after.route) return { kind: 'route-removed' };
  if (!before.principal) return { kind: 'principal-added' };
  if (!after.principal) return { kind: 'principal-removed' };
  if (was === undefined || is === undefined) return { kind: 'other' };
  return authorizationCause(was, is) ?? roleCause(was, is) ?? statementCause(was, is);
}

function authorizationCause(was: Side, is: Side): AccessCause | undefined {
  const [before, after] = [was, is].map(({ route: { method } }) =>
    method.authorization.kind === 'known' ? method.authorization.value : 'not known',
  );
  if (before === undefined || after === undefined || before === after) return undefined;
  return { kind: 'authorization', before, after };
}

function roleCause(was: Side, is: Side): AccessCause | undefined {
  const [before, after] = [was.principal.access, is.principal.access];
  if (before.kind === 'role' && after.kind === 'role' && before.role.name === after.role.name) {
    return undefined;
  }
  if (before.kind === after.kind && before.words === after.words) return undefined;
  return { kind: 'role', before: wordsOf(before), after: wordsOf(after) };
}

function wordsOf(access: PrincipalAccess): string {
  return access.kind === 'role' ? access.role.name : access.words;
}

function statementCause(was: Side, is: Side): AccessCause {
  if (is.allowed === true && was.by?.statement.effect === 'Deny') return toCause('deny-lost', was);
  if (is.allowed === true) return toCause('allow-gained', is);
  if (is.by?.statement.effect === 'Deny') return toCause('deny-gained', is);
  return toCause('allow-lost', was);
}

function toCause(
  change: Extract<AccessCause, { kind: 'statement' }>['change'],
  side: Side,
): AccessCause {
  const { access } = side.principal;
  if (side.by === undefined || access.kind !== 'role') return { kind: 'other' };
  return {
    kind: 'statement',
    change,
    role: access.role.name,
    action: side.by.statement.actions.patterns.join(', '),
    resource: resourceOf(side.by, side),
    statement: describeStatement(side.by),
  };
}

/** The pattern that is about the route, where the statement lists several. */
function resourceOf({ statement }: DecidingStatement, { route }: Side): string {
  const { resources } = statement;
  if (resources === undefined) return '*';
  const arn = invokeArn({ ...route, path: route.method.resourcePath });
  const pattern = resources.patterns.find((one) => matchesPattern(one, arn));
  const shown = pattern ?? resources.patterns.join(', ');
  const prefix = `${route.api.executionArn}/`;
  const short = shown.startsWith(prefix) ? `…/${shown.slice(prefix.length)}` : shown;
  return resources.negated ? `everything but ${short}` : short;
}
