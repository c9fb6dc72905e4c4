import { isList, isObject, UNKNOWN, type Value } from './values';

/** Whether nothing changes. An unknown value may become anything, so that it equals nothing, not even another one. */
export function areEqual(a: Value, b: Value): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return false;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => areEqual(item, b[index] ?? null));
  }
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => areEqual(a[name] ?? null, b[name] ?? null));
  }
  return a === b;
}

/** Whether two sets hold the same, in whatever order. */
export function areEqualSets(a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every((item) => {
    const at = left.findIndex((other) => areEqual(item, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** SDKv2 cannot tell what is empty from what is not set: null, "" and an empty list or map are one. */
export function isEmpty(value: Value): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
