import { canonicalizeQueryPart } from './uri-encode';

/**
 * Sorted by name, then value, both in their canonical spelling; a name without `=` gets one.
 * Source: IAM User Guide, "Create a signed AWS API request", step 1.
 * @param without a parameter to leave out: a presigned request cannot sign its own signature
 */
export function canonicalQuery(rawQuery: string, without?: string): string {
  if (rawQuery === '') return '';
  const parameters: (readonly [name: string, value: string])[] = [];
  for (const part of rawQuery.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = canonicalizeQueryPart(equals < 0 ? part : part.slice(0, equals));
    if (name === without) continue;
    parameters.push([name, equals < 0 ? '' : canonicalizeQueryPart(part.slice(equals + 1))]);
  }
  return parameters
    .sort(byNameThenValue)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function byNameThenValue(
  [name, value]: readonly [string, string],
  [otherName, otherValue]: readonly [string, string],
): number {
  return compare(name, otherName) || compare(value, otherValue);
}

/** By code unit: all is ASCII here, and a locale would order it otherwise. */
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
