import type { Json, JsonObject } from './value';

export function isJsonObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** `Array.isArray` forgets that a list is read-only. */
export function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
