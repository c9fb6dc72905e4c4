import { isJsonList, isJsonObject } from '../json-object';
import type { Json } from '../value';

/** Something whose value is not known while a configuration is read: it is passed on, and never looked into. */
export interface Opaque {
  readonly [OPAQUE]: unknown;
}

const OPAQUE = Symbol('opaque');

export function opaque(content: unknown): Opaque {
  return { [OPAQUE]: content };
}

export function isOpaque(value: Argument | undefined): value is Opaque {
  return typeof value === 'object' && value !== null && OPAQUE in value;
}

export function contentOf(value: Opaque): unknown {
  return value[OPAQUE];
}

/** What functions are given and give: JSON with opaque parts. A set is a list, in order and without repetition. */
export type Argument =
  | null
  | boolean
  | number
  | string
  | Opaque
  | readonly Argument[]
  | { readonly [key: string]: Argument };

export type ArgumentMap = Readonly<Record<string, Argument>>;

/** A function has to look into something opaque: it must wait until that is known. */
export class NotKnownYet extends Error {
  override readonly name = 'NotKnownYet';
}

/** What a function was given is not what it takes. */
export class ArgumentProblem extends Error {
  override readonly name = 'ArgumentProblem';
}

export type TerraformFunction = (...args: readonly Argument[]) => Argument;

export function isMap(value: Argument): value is ArgumentMap {
  return typeof value === 'object' && value !== null && !isList(value) && !isOpaque(value);
}

/** `Array.isArray` forgets that a list is read-only. */
export function isList(value: Argument): value is readonly Argument[] {
  return Array.isArray(value);
}

/** @throws NotKnownYet where it is opaque */
export function settled(value: Argument | undefined): Exclude<Argument, Opaque> {
  if (value === undefined) throw new ArgumentProblem('an argument is missing');
  if (isOpaque(value)) throw new NotKnownYet();
  return value;
}

/** Terraform turns numbers and booleans into text by itself. */
export function text(value: Argument | undefined): string {
  const known = settled(value);
  if (typeof known === 'string') return known;
  if (typeof known === 'number' || typeof known === 'boolean') return String(known);
  throw new ArgumentProblem(`a text is expected, not ${describe(known)}`);
}

export function number(value: Argument | undefined): number {
  const known = settled(value);
  const read = typeof known === 'string' && known.trim() !== '' ? Number(known) : known;
  if (typeof read === 'number' && Number.isFinite(read)) return read;
  throw new ArgumentProblem(`a number is expected, not ${describe(known)}`);
}

export function wholeNumber(value: Argument | undefined): number {
  const read = number(value);
  if (Number.isSafeInteger(read)) return read;
  throw new ArgumentProblem(`a whole number is expected, not ${read}`);
}

export function boolean(value: Argument | undefined): boolean {
  const known = settled(value);
  if (known === true || known === 'true') return true;
  if (known === false || known === 'false') return false;
  throw new ArgumentProblem(`true or false is expected, not ${describe(known)}`);
}

export function list(value: Argument | undefined): readonly Argument[] {
  const known = settled(value);
  if (isList(known)) return known;
  throw new ArgumentProblem(`a list is expected, not ${describe(known)}`);
}

export function map(value: Argument | undefined): ArgumentMap {
  const known = settled(value);
  if (isMap(known)) return known;
  throw new ArgumentProblem(`a map or an object is expected, not ${describe(known)}`);
}

/** The whole of it. @throws NotKnownYet where any part is opaque */
export function json(value: Argument): Json {
  const known = settled(value);
  if (isList(known)) return known.map(json);
  if (!isMap(known)) return known;
  return Object.fromEntries(Object.entries(known).map(([key, inside]) => [key, json(inside)]));
}

/** Equal as Terraform's `==` has it: of one type, and alike in every part. */
export function equals(a: Argument, b: Argument): boolean {
  return JSON.stringify(sorted(json(a))) === JSON.stringify(sorted(json(b)));
}

/** With the keys of objects in order, as Terraform keeps them. */
export function sorted(value: Json): Json {
  if (isJsonList(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, sorted(inside)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function describe(value: Argument): string {
  if (value === null) return 'null';
  if (isOpaque(value)) return 'what is not known yet';
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'an object';
  return JSON.stringify(value);
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Text as people count it, which is how Terraform does: a letter and its accent are one. */
export function characters(value: string): readonly string[] {
  return Array.from(SEGMENTER.segment(value), ({ segment }) => segment);
}
