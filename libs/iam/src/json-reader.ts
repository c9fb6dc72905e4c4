import { PolicyError } from './policy-error';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Where the parser stands: every complaint names the policy and the path. */
export interface Place {
  readonly policy: string;
  readonly path: string;
}

export function below(place: Place, step: string | number): Place {
  const suffix = typeof step === 'number' ? `[${step}]` : place.path === '' ? step : `.${step}`;
  return { policy: place.policy, path: place.path + suffix };
}

export function fail(place: Place, problem: string): never {
  throw new PolicyError(place.policy, place.path, problem);
}

export function readRecord(value: unknown, place: Place, expected: string): JsonRecord {
  if (isRecord(value)) return value;
  return fail(place, `is ${shown(value)}, expected ${expected}`);
}

/** Elements of the grammar that are "a string or a list of strings". */
export function readStrings(value: unknown, place: Place, expected: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) return fail(place, `is an empty list, expected ${expected}`);
  return list.map((item, index) => {
    if (typeof item === 'string' && item !== '') return item;
    return fail(
      Array.isArray(value) ? below(place, index) : place,
      `is ${shown(item)}, expected ${expected}`,
    );
  });
}

export function readString(value: unknown, place: Place, expected: string): string {
  if (typeof value === 'string') return value;
  return fail(place, `is ${shown(value)}, expected ${expected}`);
}

export function onlyKnownElements(
  record: JsonRecord,
  known: readonly string[],
  place: Place,
): void {
  const stray = Object.keys(record).find((key) => !known.includes(key));
  if (stray === undefined) return;
  fail(
    place,
    `has the element ${shown(stray)}, expected only ${known.join(', ')} (names are case-sensitive)`,
  );
}

/** A value in a message: its JSON, shortened. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
