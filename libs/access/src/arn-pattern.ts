import { isGreedy, isParameter, type ParsedRoute } from './route-key';

/**
 * The end of a method's ARN as a policy names it: `GET/items/*`. A parameter becomes `*`, which in IAM matches any run of
 * characters, `/` and nothing included.
 * Source: Amazon API Gateway Developer Guide, "Control access for invoking an API"; IAM User Guide, "Resource".
 */
export function arnPattern(route: ParsedRoute): string {
  const path = route.segments.map((segment) => (isParameter(segment) ? '*' : segment)).join('/');
  return `${route.method}/${path}`;
}

/** Whether a policy that names the first route would also match a request that the gateway routes to the second. */
export function patternCovers(named: ParsedRoute, routed: ParsedRoute): boolean {
  return named.method === routed.method && overlap(policyUnits(named), requestUnits(routed));
}

/** One step of a pattern: a certain character, any but `/`, or any at all; once, or any number of times. */
interface Unit {
  readonly accepts: { readonly character: string } | 'segment' | 'any';
  readonly repeats: boolean;
}

function policyUnits(route: ParsedRoute): readonly Unit[] {
  return units(route, () => [{ accepts: 'any', repeats: true }]);
}

function requestUnits(route: ParsedRoute): readonly Unit[] {
  return units(route, (segment) => {
    const accepts = isGreedy(segment) ? 'any' : 'segment';
    return [
      { accepts, repeats: false },
      { accepts, repeats: true },
    ];
  });
}

function units(route: ParsedRoute, parameter: (segment: string) => Unit[]): readonly Unit[] {
  return route.segments.flatMap((segment) => [
    literal('/'),
    ...(isParameter(segment) ? parameter(segment) : segment.split('').map(literal)),
  ]);
}

function literal(character: string): Unit {
  return { accepts: { character }, repeats: false };
}

/** Walks both patterns at once: true when some text fits both. */
function overlap(left: readonly Unit[], right: readonly Unit[]): boolean {
  const waiting: [number, number][] = [[0, 0]];
  const seen = new Set<string>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [i, j] = at;
    if (i === left.length && j === right.length) return true;
    if (seen.has(at.join())) continue;
    seen.add(at.join());
    const [a, b] = [left[i], right[j]];
    if (a?.repeats === true) waiting.push([i + 1, j]);
    if (b?.repeats === true) waiting.push([i, j + 1]);
    if (a !== undefined && b !== undefined && shareACharacter(a, b))
      waiting.push([a.repeats ? i : i + 1, b.repeats ? j : j + 1]);
  }
  return false;
}

function shareACharacter(a: Unit, b: Unit): boolean {
  if (typeof a.accepts === 'object' && typeof b.accepts === 'object')
    return a.accepts.character === b.accepts.character;
  const slash = (unit: Unit): boolean =>
    typeof unit.accepts === 'object' && unit.accepts.character === '/';
  return !((a.accepts === 'segment' && slash(b)) || (b.accepts === 'segment' && slash(a)));
}
