import { validateHeaderName, validateHeaderValue } from '../../http/node-http';

/** Headers of an answer, in order, one entry per value. */
export type ResultHeaders = readonly (readonly [name: string, value: string])[];

/**
 * Merges `multiValueHeaders` and `headers` as one list: values of both stand, a pair that is in both stands once, and the name
 * takes the casing of the first.
 * Source: API Gateway Developer Guide, "Output format of a Lambda function for proxy integration".
 * @returns the headers, or what the function should have returned instead
 */
export function parseResultHeaders(single: unknown, multi: unknown): ResultHeaders | string {
  if (!isMap(single)) return 'a map of names and values as headers, or null';
  if (!isMap(multi)) return 'a map of names and lists as multiValueHeaders, or null';
  const merged = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, values] of Object.entries(multi ?? {})) {
    if (!Array.isArray(values)) return `a list for each of multiValueHeaders, not so for ${name}`;
    for (const value of values) add(merged, name, value);
  }
  for (const [name, value] of Object.entries(single ?? {})) {
    if (typeof value === 'object' && value !== null) return `a string for header ${name}`;
    add(merged, name, value);
  }
  const headers = [...merged.values()].flatMap(({ name, values }) =>
    values.map((value) => [name, value] as const),
  );
  return headers.every(isSendable) ? headers : 'header names and values that HTTP allows';
}

/** `Object.entries` would take a text and a list for one, too. */
function isMap(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value));
}

function add(
  merged: Map<string, { readonly name: string; readonly values: string[] }>,
  name: string,
  value: unknown,
): void {
  const key = name.toLowerCase();
  const entry = merged.get(key) ?? { name, values: [] };
  const text = String(value);
  if (!entry.values.includes(text)) entry.values.push(text);
  merged.set(key, entry);
}

function isSendable([name, value]: readonly [string, string]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
