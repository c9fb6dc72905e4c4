import type { Settled, SettledValues } from '../resource/values';

/** @returns undefined where it is not set; Terraform's older providers write the empty string for that, too */
export function textOf(values: SettledValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(values: SettledValues, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' ? value : undefined;
}

/** The entries of a list or set of strings. */
export function textsOf(values: SettledValues, name: string): readonly string[] {
  return listOf(values[name]).filter((entry) => typeof entry === 'string');
}

/** The blocks, or the map as one block, that stand under a name. */
export function blocksOf(values: SettledValues, name: string): readonly SettledValues[] {
  return listOf(values[name]).filter(isValues);
}

export function isValues(value: unknown): value is SettledValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns undefined where the text is no JSON object */
export function jsonObjectOf(text: string): SettledValues | undefined {
  const value = jsonOf(text);
  return isValues(value) ? value : undefined;
}

/** @returns undefined where the text is no JSON list */
export function jsonListOf(text: string): readonly unknown[] | undefined {
  const value = jsonOf(text);
  return Array.isArray(value) ? value : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** IAM's JSON writes a list of one as its only entry; a value that is not there is no entry. */
export function listOf(value: Settled | undefined): readonly Settled[] {
  if (value === null || value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: Settled): value is readonly Settled[] {
  return Array.isArray(value);
}
