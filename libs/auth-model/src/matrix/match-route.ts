import { createRouteTable } from '../routing/route-table';
import type { StageRoute } from './matrix-routes';

/** The routes, one for each stage, that a path leads to: found by the table that the gateway itself routes by. */
export function matchRoutes(
  routes: readonly StageRoute[],
  httpMethod: string,
  path: string,
): readonly StageRoute[] {
  return [...new Set(routes.map(({ stage }) => stage))].flatMap((stage) => {
    const entries = routes
      .filter((route) => route.stage === stage)
      .map((target) => ({ ...target.method, httpMethod: target.httpMethod, target }));
    return createRouteTable(entries)(path, httpMethod)?.target ?? [];
  });
}
