import type { AuthModel } from '../model';
import type { UserPool } from '../model-identity';
import { decideCell } from './decide-cell';
import { principalsInGroups } from './matrix-principals';
import { isPreflight, matrixRoutes } from './matrix-routes';

export interface CallableRoutes {
  /** By name, on every path that they stand for. */
  readonly certain: readonly string[];
  /** Those of which it cannot be told: a claim of the token or something of the request decides. */
  readonly open: readonly string[];
}

/**
 * What somebody of this user pool may call who is in these groups, as the matrix names routes.
 * Of several identity pools that take their sign-in, one is enough.
 * @param groups any number, also none
 */
export function callableRoutes(
  model: AuthModel,
  userPool: UserPool,
  groups: readonly string[],
): CallableRoutes {
  const principals = principalsInGroups(model, groups, userPool);
  const weighed = matrixRoutes(model)
    .filter((route) => !isPreflight(route.method))
    .map((route) => ({
      name: route.name,
      verdicts: principals.map((principal) => decideCell(principal, route).allowed),
    }));
  const namesOf = (routes: typeof weighed): readonly string[] => routes.map(({ name }) => name);
  const certain = weighed.filter(({ verdicts }) => verdicts.includes(true));
  const open = weighed.filter((route) => !certain.includes(route) && route.verdicts.includes(null));
  return { certain: namesOf(certain), open: namesOf(open) };
}
