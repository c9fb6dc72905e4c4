import { ArgumentProblem, isList, map, settled, text, wholeNumber } from './argument';
import type { Argument, TerraformFunction } from './argument';
import { COLLECTION_FUNCTIONS } from './collection-functions';
import { TEXT_FUNCTIONS } from './text-functions';
import { OPERATORS, VALUE_FUNCTIONS } from './value-functions';

/** Every function that may be written. */
const FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  ...COLLECTION_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...VALUE_FUNCTIONS,
};

/** What expressions of other shapes come down to. */
const INTERNAL: Readonly<Record<string, TerraformFunction>> = {
  ...OPERATORS,
  /** One step into a list or an object. */
  '[]': (of, key) => step(settled(of), key ?? null),
  /** Text with values in it. */
  '""': (...parts) => parts.map(text).join(''),
};

/** They ask for files, whose content is no part of the configuration: what they say is not known here. */
const ABOUT_FILES = [
  'filebase64sha256',
  'filebase64sha512',
  'filemd5',
  'filesha1',
  'filesha256',
  'filesha512',
] as const;

export const FUNCTION_NAMES: readonly string[] = [
  ...Object.keys(FUNCTIONS),
  ...ABOUT_FILES,
  'can',
  'try',
].sort();

export function findFunction(name: string): TerraformFunction | undefined {
  if (Object.hasOwn(FUNCTIONS, name)) return FUNCTIONS[name];
  return Object.hasOwn(INTERNAL, name) ? INTERNAL[name] : undefined;
}

export function isAboutFiles(name: string): boolean {
  return ABOUT_FILES.some((one) => one === name);
}

function step(of: Argument, key: Argument): Argument {
  if (isList(of)) {
    const item = of[wholeNumber(key)];
    if (item !== undefined) return item;
    throw new ArgumentProblem(`the list has ${of.length} items, and no item ${text(key)}`);
  }
  const values = map(of);
  const name = text(key);
  if (Object.hasOwn(values, name)) return values[name] ?? null;
  throw new ArgumentProblem(`the object has no ${JSON.stringify(name)}`);
}
