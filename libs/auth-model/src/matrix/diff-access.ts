import type { AuthModel } from '../model';
import { causeOf, type AccessCause, type Side } from './access-cause';
import { weighCell } from './decide-cell';
import { matrixPrincipals } from './matrix-principals';
import { isPreflight, matrixRoutes } from './matrix-routes';

/** What one principal may call now and could not before, or the other way round. */
export interface AccessChange {
  readonly principal: string;
  readonly route: string;
  /** `null`: cannot be told; `undefined`: there was no such principal or route. */
  readonly before: boolean | null | undefined;
  readonly after: boolean | null | undefined;
  /** Of the decision: in head, or in base where head has no such principal or route. */
  readonly reason: string;
  readonly cause: AccessCause;
}

/** Every principal of either stack against every route of either. */
export interface AccessDiff {
  /** Can call now, and could not, or it could not be told. */
  readonly gained: readonly AccessChange[];
  /** Cannot call any more, or it could not be told whether they can. */
  readonly lost: readonly AccessChange[];
  /** Can no longer be told, or could never: never to be shown as denied. */
  readonly doubtful: readonly AccessChange[];
  /** How many are as they were, for sure. */
  readonly unchanged: number;
  readonly principals: readonly string[];
  readonly routes: readonly string[];
  /** Base and head of each principal and route, where either allows, denies or does not know. */
  readonly cells: readonly Pick<AccessChange, 'principal' | 'route' | 'before' | 'after'>[];
}

/**
 * Says who gains and who loses access between two stacks, each with its cause. What is no longer there is lost, and what is new is
 * gained. Weighed by the very decisions of the access matrix.
 */
export function diffAccess(base: AuthModel, head: AuthModel): AccessDiff {
  const [before, after] = [sidesOf(base, head), sidesOf(head, base)];
  const principals = inBoth(before.principals, after.principals);
  const routes = inBoth(before.routes, after.routes);
  const changes = routes.flatMap((route) =>
    principals.flatMap((principal): readonly AccessChange[] => {
      const [was, is] = [before.at(principal, route), after.at(principal, route)];
      const known = is ?? was;
      if (known === undefined) return [];
      return [
        {
          principal,
          route,
          before: was?.allowed,
          after: is?.allowed,
          reason: known.reason,
          cause: causeOf(was, is, before.has(principal, route), after.has(principal, route)),
        },
      ];
    }),
  );
  const kinds = changes.map((change) => [change, kindOf(change)] as const);
  const ofKind = (kind: Kind): readonly AccessChange[] =>
    kinds.filter(([, is]) => is === kind).map(([change]) => change);
  return {
    gained: ofKind('gained'),
    lost: ofKind('lost'),
    doubtful: ofKind('doubtful'),
    unchanged: ofKind('unchanged').length,
    principals,
    routes,
    cells: changes,
  };
}

type Kind = 'gained' | 'lost' | 'doubtful' | 'unchanged';

function kindOf({ before, after }: AccessChange): Kind {
  if (after === null) return 'doubtful';
  if (after === true) return before === true ? 'unchanged' : 'gained';
  return before === true || before === null ? 'lost' : 'unchanged';
}

function sidesOf(model: AuthModel, other: AuthModel) {
  const principals = matrixPrincipals(model, [other]);
  const routes = matrixRoutes(model, [other]).filter(({ method }) => !isPreflight(method));
  const sides = new Map<string, Side>();
  for (const route of routes) {
    for (const principal of principals) {
      const side = { principal, route, ...weighCell(principal, route) };
      sides.set(keyOf(principal.name, route.name), side);
    }
  }
  const [names, paths] = [principals.map(({ name }) => name), routes.map(({ name }) => name)];
  return {
    principals: names,
    routes: paths,
    at: (principal: string, route: string) => sides.get(keyOf(principal, route)),
    has: (principal: string, route: string) => ({
      principal: names.includes(principal),
      route: paths.includes(route),
    }),
  };
}

const keyOf = (principal: string, route: string): string => JSON.stringify([principal, route]);

/** In the order of head, then what only base has. */
function inBoth(base: readonly string[], head: readonly string[]): readonly string[] {
  return [...new Set([...head, ...base])];
}
