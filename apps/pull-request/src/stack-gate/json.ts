export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** Told every reason why a plan may not see a stack: a sentence each. */
export type Refuse = (sentence: string) => void;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * Terraform JSON lets a block be an object, or a list of them. Lists in lists, which Terraform merges, are no shape that a synthesis
 * writes. Source: hashicorp/hcl, `json/structure.go`, `unpackBlock` and `collectDeepAttrs`.
 * @param where for the sentence; quoted already, where the stack wrote it
 */
export function blocksOf(
  value: Json | undefined,
  where: string,
  refuse: Refuse,
): readonly JsonObject[] {
  if (value === undefined) return [];
  const blocks = isList(value) ? value : [value];
  if (!blocks.every(isObject))
    refuse(`${where} must be a block, or a list of blocks, and is something else.`);
  return blocks.filter(isObject);
}

/** The members of all blocks that stand in one place: the labels of the blocks below. */
export function labelsOf(
  value: Json | undefined,
  where: string,
  refuse: Refuse,
): readonly (readonly [string, Json])[] {
  return blocksOf(value, where, refuse).flatMap((block) => Object.entries(block));
}

/** Refuses each member that is not on a list. */
export function refuseOthers(
  block: JsonObject,
  allowed: readonly string[],
  where: string,
  refuse: Refuse,
): void {
  for (const name of Object.keys(block)) {
    if (!allowed.includes(name))
      refuse(`${where}.${quoted(name)} is not on the list of what a plan may see.`);
  }
}

/** What a pull request wrote goes into a log: one line of ASCII, no escape sequences, not endless. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}...` : text).replace(
    /[^\x20-\x7e]/g,
    '?',
  );
}
