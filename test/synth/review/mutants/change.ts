import type { Json, JsonObject } from '@gatehouse/terraform-json';

/** One change of a value: what it is afterwards, and where in it the change is. */
export interface Change {
  /** `password_policy.minimum_length`; of a policy, the path goes on inside the document. */
  readonly path: string;
  /** `removed`, `false`, `* in the place of …`. */
  readonly how: string;
  /** The whole value with this one change in it; absent: it is not there any more. */
  readonly value?: Json;
}

/** Changes of an entry, seen from the object that holds it. */
export function* within(
  object: JsonObject,
  key: string,
  changes: Iterable<Change>,
): Iterable<Change> {
  for (const { path, how, value } of changes) {
    const { [key]: _old, ...others } = object;
    yield {
      path: joined(key, path),
      how,
      value: value === undefined ? others : { ...object, [key]: value },
    };
  }
}

/** Changes of an item, seen from the list. */
export function* withinItem(
  list: readonly Json[],
  at: number,
  changes: Iterable<Change>,
): Iterable<Change> {
  for (const { path, how, value } of changes) {
    const item = value === undefined ? [] : [value];
    yield { path: joined(String(at), path), how, value: list.toSpliced(at, 1, ...item) };
  }
}

/** What can be done to any value: take it away. Of a switch it matters which way it stood. */
export function removalOf(value?: Json): Change {
  return { path: '', how: typeof value === 'boolean' ? `${value} removed` : 'removed' };
}

/** The value is another one. */
export function becomes(value: Json, how = JSON.stringify(value)): Change {
  return { path: '', how, value };
}

function joined(key: string, path: string): string {
  return path === '' ? key : `${key}.${path}`;
}
