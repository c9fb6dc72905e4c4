import type { AuthModel } from '../model';
import type { AccessCell, AccessMatrix } from './matrix';
import { decideCell } from './decide-cell';
import { findings } from './findings';
import { matrixPrincipals } from './matrix-principals';
import { isPreflight, matrixRoutes } from './matrix-routes';

/**
 * Weighs every principal against every route, with the very functions that the local cloud decides by.
 * @param beside what the matrix is compared with, so that both call the same people and routes by the same names
 */
export function accessMatrix(model: AuthModel, beside: readonly AuthModel[] = []): AccessMatrix {
  const principals = matrixPrincipals(model, beside);
  const all = matrixRoutes(model, beside);
  const routes = all.filter((route) => !isPreflight(route.method));
  const cells = routes.flatMap((route) =>
    principals.map(
      (principal): AccessCell => ({
        principal: principal.name,
        route: route.name,
        ...decideCell(principal, route),
      }),
    ),
  );
  return {
    principals: principals.map(({ name, access }) => ({ name, role: access.words })),
    routes: routes.map(({ name, method: { apiKeyRequired } }) => ({
      name,
      apiKeyRequired: apiKeyRequired.kind === 'known' ? apiKeyRequired.value : null,
    })),
    cells,
    preflights: all.filter((route) => isPreflight(route.method)).map(({ name }) => name),
    findings: findings(model, all, cells),
  };
}
