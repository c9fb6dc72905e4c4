import type { AuthModel } from '../model';
import type { AccessCell } from './matrix';
import { decideCell } from './decide-cell';
import { matchRoutes } from './match-route';
import { matrixPrincipals, principalsInGroups } from './matrix-principals';
import { matrixRoutes } from './matrix-routes';

/** Who asks for what: `admin`, or `admin+auditor`; `GET`; `/items/7`. */
export interface CallQuestion {
  readonly principal: string;
  readonly httpMethod: string;
  readonly path: string;
}

export interface CallAnswer {
  /** One for each sign-in and stage that the question fits. */
  readonly cells: readonly AccessCell[];
  /** Principals of the matrix who can call it. */
  readonly callers: readonly string[];
  /** Everyone and everything there is, for whoever asked for what is not. */
  readonly principals: readonly string[];
  readonly routes: readonly string[];
  readonly missing?: 'principal' | 'route';
}

/** Asks the decisions of the matrix about one principal and one concrete path. */
export function canCall(model: AuthModel, question: CallQuestion): CallAnswer {
  const everyone = matrixPrincipals(model);
  const all = matrixRoutes(model);
  const names = question.principal.split('+').map((name) => name.trim());
  const named = everyone.filter(({ name }) => name === names.join(' + '));
  const asking = named.length > 0 ? named : principalsInGroups(model, names);
  const routes = matchRoutes(all, question.httpMethod, question.path);
  const weigh = (who: typeof everyone): readonly AccessCell[] =>
    routes.flatMap((route) =>
      who.map((principal) => ({
        principal: principal.name,
        route: route.name,
        ...decideCell(principal, route, question.path),
      })),
    );
  const callers = weigh(everyone).filter(({ allowed }) => allowed === true);
  const missing = asking.length === 0 ? 'principal' : routes.length === 0 ? 'route' : undefined;
  return {
    cells: weigh(asking),
    callers: [...new Set(callers.map(({ principal }) => principal))],
    principals: everyone.map(({ name }) => name),
    routes: all.map(({ name }) => name),
    ...(missing && { missing }),
  };
}
