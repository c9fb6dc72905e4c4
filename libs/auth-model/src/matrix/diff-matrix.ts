import type { AccessCell, AccessMatrix, MatrixRoute } from './matrix';

/** One difference between two matrices. */
export interface MatrixChange {
  readonly kind:
    | 'access'
    | 'api-key'
    | 'principal-added'
    | 'principal-removed'
    | 'route-added'
    | 'route-removed';
  /** `admin can no longer call GET /vip: …`. */
  readonly sentence: string;
}

/** What is different in `head`: whole routes and principals first, then single cells. */
export function diffMatrix(base: AccessMatrix, head: AccessMatrix): readonly MatrixChange[] {
  const baseRoutes = namesOf(base.routes);
  const headRoutes = namesOf(head.routes);
  const basePrincipals = namesOf(base.principals);
  const headPrincipals = namesOf(head.principals);
  return [
    ...missing(headRoutes, baseRoutes).map((route) => addedRoute(head, route)),
    ...missing(baseRoutes, headRoutes).map((route) => removedRoute(base, route)),
    ...missing(headPrincipals, basePrincipals).map((name) => addedPrincipal(head, name)),
    ...missing(basePrincipals, headPrincipals).map((name) => removedPrincipal(base, name)),
    ...head.routes.flatMap((route) => changedKey(base, route)),
    ...head.cells.flatMap((cell) => changedCell(base, cell)),
  ];
}

const namesOf = (named: readonly { readonly name: string }[]): readonly string[] =>
  named.map(({ name }) => name);

const missing = (names: readonly string[], from: readonly string[]): readonly string[] =>
  names.filter((name) => !from.includes(name));

function addedRoute(head: AccessMatrix, route: string): MatrixChange {
  const cells = head.cells.filter((cell) => cell.route === route);
  return { kind: 'route-added', sentence: `${route} is new: ${canBeCalled(cells)}` };
}

function removedRoute(base: AccessMatrix, route: string): MatrixChange {
  const callers = base.cells.filter((cell) => cell.route === route && cell.allowed !== false);
  const who = listed(
    callers.map(({ principal }) => principal),
    'nobody',
  );
  return { kind: 'route-removed', sentence: `${route} is gone: ${who} could call it` };
}

function canBeCalled(cells: readonly AccessCell[]): string {
  const allowed = cells.filter((cell) => cell.allowed === true).map(({ principal }) => principal);
  const open = cells.filter((cell) => cell.allowed === null).map(({ principal }) => principal);
  const doubt = open.length === 0 ? '' : `; whether ${listed(open, '')} can is not known`;
  return `${listed(allowed, 'nobody')} can call it${doubt}`;
}

function addedPrincipal(head: AccessMatrix, name: string): MatrixChange {
  return {
    kind: 'principal-added',
    sentence: `${name} is new, and can call ${routesOf(head, name)}`,
  };
}

function removedPrincipal(base: AccessMatrix, name: string): MatrixChange {
  return {
    kind: 'principal-removed',
    sentence: `${name} is gone, and could call ${routesOf(base, name)}`,
  };
}

function routesOf({ cells }: AccessMatrix, name: string): string {
  const own = cells.filter(({ principal, allowed }) => principal === name && allowed === true);
  return listed(
    own.map(({ route }) => route),
    'nothing',
  );
}

function changedKey(
  base: AccessMatrix,
  { name, apiKeyRequired }: MatrixRoute,
): readonly MatrixChange[] {
  const before = base.routes.find((route) => route.name === name);
  if (before === undefined || before.apiKeyRequired === apiKeyRequired) return [];
  const now =
    apiKeyRequired === null
      ? 'may or may not want'
      : apiKeyRequired
        ? 'now wants'
        : 'no longer wants';
  return [{ kind: 'api-key', sentence: `${name} ${now} an API key` }];
}

function changedCell(base: AccessMatrix, cell: AccessCell): readonly MatrixChange[] {
  const { principal, route, allowed, reason } = cell;
  const before = base.cells.find((other) => other.principal === principal && other.route === route);
  if (before === undefined || before.allowed === allowed) return [];
  const sentence =
    allowed === null
      ? `whether ${principal} can call ${route} can no longer be told: ${reason}`
      : `${principal} ${allowed ? 'can now' : before.allowed === null ? 'cannot' : 'can no longer'} call ${route}: ${reason}`;
  return [{ kind: 'access', sentence }];
}

/** `a, b and c`. */
function listed(names: readonly string[], none: string): string {
  const last = names.at(-1);
  if (last === undefined) return none;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
