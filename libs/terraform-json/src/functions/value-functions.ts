import { createHash } from 'node:crypto';

import type { Json } from '../value';
import {
  ArgumentProblem,
  boolean,
  equals,
  json,
  number,
  settled,
  text,
  wholeNumber,
  type Argument,
  type TerraformFunction,
} from './argument';
import { encodeJson } from './encode-json';

/** Source: Terraform documentation, "Functions": Encoding, Hash, Numeric and Type conversion functions. */
export const VALUE_FUNCTIONS = {
  abs: (value) => Math.abs(number(value)),
  base64decode: (value) => Buffer.from(text(value), 'base64').toString('utf8'),
  base64encode: (value) => Buffer.from(text(value)).toString('base64'),
  base64sha256: (value) => hash('sha256', 'base64', text(value)),
  ceil: (value) => Math.ceil(number(value)),
  floor: (value) => Math.floor(number(value)),
  jsondecode: (value) => decodeJson(text(value)),
  jsonencode: (value = null) => encodeJson(json(value)),
  max: (...values) => Math.max(...values.map(number)),
  md5: (value) => hash('md5', 'hex', text(value)),
  min: (...values) => Math.min(...values.map(number)),
  nonsensitive: (value = null) => value,
  parseint: (value, base) => parseInteger(text(value), wholeNumber(base)),
  sensitive: (value = null) => value,
  sha1: (value) => hash('sha1', 'hex', text(value)),
  sha256: (value) => hash('sha256', 'hex', text(value)),
  tobool: (value = null) => (settled(value) === null ? null : boolean(value)),
  tonumber: (value = null) => (settled(value) === null ? null : number(value)),
  tostring: (value = null) => (settled(value) === null ? null : text(value)),
  urlencode: (value) => encodeForm(text(value)),
} as const satisfies Readonly<Record<string, TerraformFunction>>;

/** Source: Terraform language, "Arithmetic and Logical Operators". */
export const OPERATORS = {
  '!': (value) => !boolean(value),
  '-': (a, b?: Argument) => (b === undefined ? -number(a) : number(a) - number(b)),
  '+': (a, b) => number(a) + number(b),
  '*': (a, b) => number(a) * number(b),
  '/': (a, b) => finite(number(a) / number(b)),
  '%': (a, b) => finite(number(a) % number(b)),
  '==': (a = null, b = null) => equals(a, b),
  '!=': (a = null, b = null) => !equals(a, b),
  '<': (a, b) => number(a) < number(b),
  '<=': (a, b) => number(a) <= number(b),
  '>': (a, b) => number(a) > number(b),
  '>=': (a, b) => number(a) >= number(b),
  '&&': (a, b) => boolean(a) && boolean(b),
  '||': (a, b) => boolean(a) || boolean(b),
} as const satisfies Readonly<Record<string, TerraformFunction>>;

function hash(algorithm: string, encoding: 'hex' | 'base64', value: string): string {
  return createHash(algorithm).update(value).digest(encoding);
}

function decodeJson(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw new ArgumentProblem('the text is no JSON');
  }
}

function parseInteger(value: string, base: number): number {
  const read = base >= 2 && base <= 36 ? Number.parseInt(value, base) : Number.NaN;
  if (read.toString(base >= 2 && base <= 36 ? base : 10) !== value.toLowerCase())
    throw new ArgumentProblem(`${JSON.stringify(value)} is no number of base ${base}`);
  return read;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new ArgumentProblem('nothing can be divided by nought');
  return value;
}

/** A space is `+`, and what RFC 3986 reserves is escaped. */
function encodeForm(value: string): string {
  return encodeURIComponent(value)
    .replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
