import type { AuthModel } from '../model';
import type { UserPool } from '../model-identity';
import { decideCell } from './decide-cell';
import { principalsInGroups } from './matrix-principals';
import { isPreflight, matrixRoutes } from './matrix-routes';

/**
 * What somebody of this user pool may call who is in these groups, as the matrix names routes: on every path that a route stands for.
 * Of several identity pools that take their sign-in, one is enough.
 * @param groups any number, also none
 */
export function callableRoutes(
  model: AuthModel,
  userPool: UserPool,
  groups: readonly string[],
): readonly string[] {
  const principals = principalsInGroups(model, groups, userPool);
  return matrixRoutes(model)
    .filter((route) => !isPreflight(route.method))
    .filter((route) =>
      principals.some((principal) => decideCell(principal, route).allowed === true),
    )
    .map(({ name }) => name);
}
