import { matchesPattern, type Statement } from '@gatehouse/iam';

import { invokeArn } from '../decide/authorize-invoke';
import { pathPattern } from '../decide/path-pattern';
import type { StageRoute } from './matrix-routes';

/** Every ARN that a route may be called by, as a pattern: a parameter of its path is any text. */
export function routePattern(route: StageRoute): string {
  return invokeArn({ ...route, path: pathPattern(route.method.resourcePath) });
}

/** Whether a statement is about calling routes at all. */
export function isAboutInvoking({ actions }: Statement): boolean {
  const named = actions.patterns.some((action) =>
    matchesPattern(action.toLowerCase(), 'execute-api:invoke'),
  );
  return named !== actions.negated;
}
