import { ROUTE_METHODS, type RouteMethod } from './route-table';

export interface ParsedRoute {
  readonly key: string;
  readonly method: RouteMethod;
  /** `/items/{id}`; the root is `/`. */
  readonly path: string;
  /** `['items', '{id}']`; the root has none. */
  readonly segments: readonly string[];
}

/** Unreserved characters of RFC 3986 §2.3: nothing that a signer, a router or IAM would read in another way. */
const LITERAL = /^[A-Za-z0-9._~-]+$/;
const PARAMETER = /^\{(?<name>[A-Za-z][A-Za-z0-9]*)(?<greedy>\+?)\}$/;
/** Removed by every URL parser on the way, so never seen by the gateway. */
const DOT_SEGMENTS = ['.', '..'];

/** @returns the parts of `METHOD /path`, or, as a string, what is wrong with it */
export function parseRouteKey(key: string): ParsedRoute | string {
  const [methodText, path, ...rest] = key.split(' ');
  const method = ROUTE_METHODS.find((known) => known === methodText);
  if (method === undefined)
    return `its method must be one of ${ROUTE_METHODS.join(', ')}, in capitals`;
  if (path === undefined || !path.startsWith('/') || rest.length > 0)
    return 'write it as METHOD /path, with one space';
  const segments = path === '/' ? [] : path.slice(1).split('/');
  return whatIsWrong(segments) ?? { key, method, path, segments };
}

export function isParameter(segment: string): boolean {
  return PARAMETER.test(segment);
}

export function isGreedy(segment: string): boolean {
  return PARAMETER.exec(segment)?.groups?.greedy === '+';
}

function whatIsWrong(segments: readonly string[]): string | undefined {
  for (const [index, segment] of segments.entries()) {
    if (segment === '') return 'it has an empty segment or a slash at the end';
    if (DOT_SEGMENTS.includes(segment)) return `"${segment}" never reaches the gateway`;
    if (!LITERAL.test(segment) && !isParameter(segment))
      return `"${segment}" is neither letters, digits, ".", "_", "~", "-" nor a {parameter}`;
    if (isGreedy(segment) && index < segments.length - 1)
      return `"${segment}" takes all that follows, so it must be last`;
  }
  const names = segments.filter(isParameter).map((segment) => segment.replace('+', ''));
  return new Set(names).size < names.length ? 'it names a parameter twice' : undefined;
}
