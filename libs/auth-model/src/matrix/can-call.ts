import type { AuthModel } from '../model';
import type { AccessCell } from './matrix';
import { decideCell } from './decide-cell';
import { matchRoutes } from './match-route';
import { matrixPrincipals, principalsInGroups, type Principal } from './matrix-principals';
import { matrixRoutes, type StageRoute } from './matrix-routes';

/** Who asks for what: `admin`, or `admin+auditor`; `GET`; `/items/7`. */
export interface CallQuestion {
  readonly principal: string;
  readonly httpMethod: string;
  readonly path: string;
  /** `<api>/<stage>`, or `<stage>`: each stage of that name. @default every stage */
  readonly stage?: string;
}

export interface CallAnswer {
  /** One for each sign-in and stage that the question fits. */
  readonly cells: readonly AccessCell[];
  /** Principals of the matrix who can call it. */
  readonly callers: readonly string[];
  /** Principals of the matrix of whom it cannot be told, and who are no callers otherwise. */
  readonly untold: readonly string[];
  /** Everyone and everything there is, for whoever asked for what is not. */
  readonly principals: readonly string[];
  /** Of the stages that were asked about. */
  readonly routes: readonly string[];
  /** `<api>/<stage>`: all that have a route. */
  readonly stages: readonly string[];
  readonly missing?: 'principal' | 'stage' | 'route';
}

/** Asks the decisions of the matrix about one principal and one concrete path. */
export function canCall(model: AuthModel, question: CallQuestion): CallAnswer {
  const everyone = matrixPrincipals(model);
  const all = matrixRoutes(model);
  const asking = principalsCalled(model, everyone, question.principal);
  const there = all.filter((route) => isOn(route, question.stage));
  const { routes, path } = routesAt(there, question);
  const weigh = (who: typeof everyone): readonly AccessCell[] =>
    routes.flatMap((route) =>
      who.map((principal) => ({
        principal: principal.name,
        route: route.name,
        ...decideCell(principal, route, path),
      })),
    );
  const cells = weigh(everyone);
  const callers = namesWhere(cells, true);
  return {
    cells: weigh(asking),
    callers,
    untold: namesWhere(cells, null).filter((name) => !callers.includes(name)),
    principals: everyone.map(({ name }) => name),
    routes: there.map(({ name }) => name),
    stages: [...new Set(all.map(({ place }) => place))],
    ...missing({ principal: asking, stage: there, route: routes }),
  };
}

function missing(
  found: Readonly<Record<'principal' | 'stage' | 'route', readonly unknown[]>>,
): Pick<CallAnswer, 'missing'> {
  if (found.principal.length === 0) return { missing: 'principal' };
  if (found.route.length > 0) return {};
  return { missing: found.stage.length === 0 ? 'stage' : 'route' };
}

function isOn({ place, api, stage }: StageRoute, asked: string | undefined): boolean {
  return asked === undefined || [place, stage.name, `${api.name}/${stage.name}`].includes(asked);
}

function namesWhere(
  cells: readonly AccessCell[],
  verdict: AccessCell['allowed'],
): readonly string[] {
  const fitting = cells.filter(({ allowed }) => allowed === verdict);
  return [...new Set(fitting.map(({ principal }) => principal))];
}

/** By the name in the matrix, with or without where they sign in; or everybody who is in all of these groups. */
function principalsCalled(
  model: AuthModel,
  everyone: readonly Principal[],
  asked: string,
): readonly Principal[] {
  const names = asked.split('+').map((name) => name.trim());
  const wanted = [asked.trim(), names.join(' + ')];
  const called = everyone.filter(({ name }) => wanted.includes(name));
  if (called.length > 0) return called;
  const anywhere = everyone.filter(({ shortName }) => wanted.includes(shortName));
  return anywhere.length > 0 ? anywhere : principalsInGroups(model, names);
}

/** A path that is the template of a route, such as `/items/{id}`, is that route: every path that it stands for. */
function routesAt(
  all: readonly StageRoute[],
  { httpMethod, path }: CallQuestion,
): { readonly routes: readonly StageRoute[]; readonly path?: string } {
  const declared = all.filter(
    (route) => route.httpMethod === httpMethod && route.method.resourcePath === path,
  );
  return declared.length > 0 && path.includes('{')
    ? { routes: declared }
    : // As the gateway routes: the slashes that a path begins with count as one.
      { routes: matchRoutes(all, httpMethod, path.replace(/^\/+/, '/')), path };
}
