import { isJsonObject, type Json } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';

/** Reads a JSON value as one type. Terraform converts between text and numbers or booleans by itself, and so does this. */
export type ReadAs<T> = (json: Json, where: string) => T;

export const asText: ReadAs<string> = (json, where) => {
  if (typeof json === 'string') return json;
  if (typeof json === 'number' || typeof json === 'boolean') return String(json);
  throw invalidValue(where, 'text', json);
};

export const asNumber: ReadAs<number> = (json, where) => {
  const number = typeof json === 'string' && json.trim() !== '' ? Number(json) : json;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw invalidValue(where, 'a number', json);
};

export const asBoolean: ReadAs<boolean> = (json, where) => {
  if (json === true || json === 'true') return true;
  if (json === false || json === 'false') return false;
  throw invalidValue(where, 'true or false', json);
};

export const asTexts: ReadAs<readonly string[]> = (json, where) => {
  if (!Array.isArray(json)) throw invalidValue(where, 'a list of texts', json);
  const items: readonly Json[] = json;
  return items.map((item, index) => asText(item, `${where}[${index}]`));
};

/** A number as AWS takes it here, both ends included. */
export function asNumberWithin(least: number, most: number): ReadAs<number> {
  return (json, where) => {
    const number = asNumber(json, where);
    if (number >= least && number <= most) return number;
    throw invalidValue(where, `a number from ${least} to ${most}`, json);
  };
}

/** JSON written as text, as Terraform keeps documents. */
export const asJson: ReadAs<Json> = (json, where) => {
  const text = asText(json, where);
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw invalidValue(where, 'JSON, as text', json);
  }
};

/** An object whose every value is of one type. */
export function asMapOf<T>(readEntry: ReadAs<T>): ReadAs<Readonly<Record<string, T>>> {
  return (json, where) => {
    if (!isJsonObject(json)) throw invalidValue(where, 'an object', json);
    const entries = Object.entries(json).map(
      ([key, value]) => [key, readEntry(value, `${where}.${key}`)] as const,
    );
    return Object.fromEntries(entries);
  };
}

/** One of the words that AWS accepts here. */
export function asOneOf<Word extends string>(...words: readonly Word[]): ReadAs<Word> {
  return (json, where) => {
    const word = words.find((candidate) => candidate === json);
    if (word !== undefined) return word;
    throw invalidValue(where, `one of ${words.join(', ')}`, json);
  };
}

export function invalidValue(where: string, expected: string, got: Json): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${where} must be ${expected}, but is ${JSON.stringify(got)}.`,
  );
}
