import type { StageRoute } from './matrix-routes';

/** Literal before `{name}` before `{name+}`. */
const rankOf = (segment: string): string =>
  segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0';

/**
 * The routes, one for each stage, that a path leads to: the resource first and the method in it second, so that a resource without
 * the method does not fall back to a greedy one.
 * Source: API Gateway Developer Guide, "Set up a proxy resource".
 */
export function matchRoutes(
  routes: readonly StageRoute[],
  httpMethod: string,
  path: string,
): readonly StageRoute[] {
  return [...new Set(routes.map(({ stage }) => stage))].flatMap((stage) => {
    const fitting = routes.filter(
      (route) => route.stage === stage && fits(route.method.resourcePath, path),
    );
    const [best] = fitting.map(({ method }) => rank(method.resourcePath)).sort();
    return fitting.filter(
      (route) => route.httpMethod === httpMethod && rank(route.method.resourcePath) === best,
    );
  });
}

const rank = (template: string): string => segmentsOf(template).map(rankOf).join('');

/** One slash at the end is not part of a path. */
const segmentsOf = (path: string): readonly string[] => path.replace(/\/$/, '').split('/').slice(1);

function fits(template: string, path: string): boolean {
  const wanted = segmentsOf(template);
  const got = segmentsOf(path);
  const greedy = wanted.at(-1)?.endsWith('+}') === true;
  if (greedy ? got.length < wanted.length : got.length !== wanted.length) return false;
  return wanted.every((segment, index) =>
    segment.startsWith('{') ? got[index] !== '' : segment === got[index],
  );
}
