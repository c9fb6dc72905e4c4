import { allowedRoutes, type Tables } from './allowed-routes';
import { arnPattern, patternCovers } from './arn-pattern';
import { isParameter, parseRouteKey, type ParsedRoute } from './route-key';
import type { RouteRow } from './route-table';

/** What is wrong with the route table, each in a sentence that names its rows. */
export function routeProblems(tables: Tables): readonly string[] {
  const parsed = Object.keys(tables.routes).map((key) => ({ key, route: parseRouteKey(key) }));
  const routes = parsed.flatMap(({ route }) => (typeof route === 'string' ? [] : [route]));
  return [
    ...(parsed.length > 0
      ? []
      : ['there is no route: AWS refuses to deploy an API without methods']),
    ...parsed.flatMap(({ key, route }) =>
      typeof route === 'string' ? [`route "${key}": ${route}`] : [],
    ),
    ...Object.entries(tables.routes).flatMap(([key, row]) => rowProblems(key, row, tables)),
    ...siblingParameters(routes),
    ...reachesTooFar(routes, tables),
  ];
}

function rowProblems(key: string, row: RouteRow, tables: Tables): readonly string[] {
  const allowed: readonly string[] = row.allow;
  if (allowed.length === 0) return [`route "${key}" allows nobody`];
  return allowed
    .filter((group) => !Object.hasOwn(tables.groups, group))
    .map((group) => `route "${key}" allows "${group}", which is no group`);
}

/** API Gateway keeps one variable path part below each resource. */
function siblingParameters(routes: readonly ParsedRoute[]): readonly string[] {
  const first = new Map<string, { parameter: string; key: string }>();
  const problems = new Set<string>();
  for (const { key, segments } of routes) {
    for (const [index, parameter] of segments.entries()) {
      if (!isParameter(parameter)) continue;
      const parent = segments.slice(0, index).join('/');
      const known = first.get(parent) ?? { parameter, key };
      first.set(parent, known);
      if (known.parameter !== parameter)
        problems.add(
          `routes "${known.key}" and "${key}" call the same place ${known.parameter} and ${parameter}`,
        );
    }
  }
  return [...problems];
}

/** IAM's `*` crosses `/`: a grant on `/items/{id}` is a grant on `/items/{id}/secrets` too. */
function reachesTooFar(routes: readonly ParsedRoute[], tables: Tables): readonly string[] {
  return Object.keys(tables.groups).flatMap((group) => {
    const allowed = allowedRoutes(group, tables);
    const may = routes.filter((route) => allowed.includes(route.key));
    const mayNot = routes.filter((route) => !allowed.includes(route.key));
    return may.flatMap((named) =>
      mayNot
        .filter((other) => patternCovers(named, other))
        .map(
          (other) =>
            `route "${named.key}" would give group "${group}" also "${other.key}", which it may not call: ` +
            `the pattern ${arnPattern(named)} matches both, as "*" crosses "/" in IAM`,
        ),
    );
  });
}
