import { isJsonList, isJsonObject, type Json } from '@gatehouse/terraform-json';

/** Whether two values say the same. Providers write "", [], {} and null alike for what is not set. */
export function isSameValue(before: Json | undefined, after: Json | undefined): boolean {
  if (isUnset(before) || isUnset(after)) return isUnset(before) && isUnset(after);
  if (isJsonList(before) && isJsonList(after)) {
    return (
      before.length === after.length && before.every((item, at) => isSameValue(item, after[at]))
    );
  }
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].every((key) => isSameValue(own(before, key), own(after, key)));
  }
  return before === after;
}

/** Two texts that are the same JSON in another layout: a policy written by somebody else. */
export function isSameDocument(before: Json | undefined, after: Json | undefined): boolean {
  const [was, is] = [toDocument(before), toDocument(after)];
  return was !== undefined && is !== undefined && isSameValue(was, is);
}

export function isUnset(json: Json | undefined): boolean {
  if (json === undefined || json === null || json === '') return true;
  return typeof json === 'object' && Object.keys(json).length === 0;
}

function toDocument(json: Json | undefined): Json | undefined {
  if (typeof json !== 'string' || !/^\s*[{[]/.test(json)) return undefined;
  try {
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}

const own = (json: Readonly<Record<string, Json>>, key: string): Json | undefined =>
  Object.hasOwn(json, key) ? json[key] : undefined;
