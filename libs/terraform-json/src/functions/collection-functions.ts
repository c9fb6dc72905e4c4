import {
  ArgumentProblem,
  boolean,
  characters,
  equals,
  isList,
  isMap,
  isOpaque,
  list,
  map,
  NotKnownYet,
  number,
  settled,
  text,
  wholeNumber,
  type Argument,
  type ArgumentMap,
  type TerraformFunction,
} from './argument';

/** Source: Terraform documentation, "Functions", Collection functions. */
export const COLLECTION_FUNCTIONS = {
  alltrue: (values) => list(values).every(boolean),
  anytrue: (values) => list(values).some(boolean),
  coalesce: (...values) => firstThat(values, (value) => value !== null && value !== ''),
  coalescelist: (...values) => firstThat(values, (value) => list(value).length > 0),
  compact: (values) => list(values).filter((value) => settled(value) !== null && value !== ''),
  concat: (...lists) => lists.flatMap((one) => list(one)),
  contains: (values, wanted = null) => list(values).some((value) => equals(value, wanted)),
  distinct: (values) => distinct(list(values)),
  element: (values, at) => element(list(values), wholeNumber(at)),
  flatten: (values) => flatten(list(values)),
  index: (values, wanted = null) => indexOf(list(values), wanted),
  keys: (values) => keysOf(map(values)),
  length: (value) => lengthOf(settled(value)),
  lookup: (values, key, byDefault) => lookup(map(values), text(key), byDefault),
  merge: (...maps) => merge(maps),
  one: (values) => one(list(values)),
  range: (...limits) => range(limits.map(wholeNumber)),
  reverse: (values) => list(values).toReversed(),
  setintersection: (first, ...others) =>
    toSet(list(first)).filter((value) =>
      others.every((other) => list(other).some((inside) => equals(inside, value))),
    ),
  setproduct: (...lists) => product(lists.map(list)),
  setsubtract: (values, removed) =>
    toSet(list(values)).filter((value) => !list(removed).some((one) => equals(one, value))),
  setunion: (...lists) => toSet(lists.flatMap((one) => list(one))),
  slice: (values, from, to) => list(values).slice(wholeNumber(from), wholeNumber(to)),
  sort: (values) => list(values).map(text).sort(),
  sum: (values) =>
    list(values)
      .map(number)
      .reduce((a, b) => a + b, 0),
  tolist: (values) => list(values),
  tomap: (values) => map(values),
  toset: (values) => toSet(list(values)),
  values: (values) => valuesOf(map(values)),
  zipmap: (keys, values) => zip(list(keys).map(text), list(values)),
} as const satisfies Readonly<Record<string, TerraformFunction>>;

/** In the order in which Terraform goes through a map. */
export function keysOf(values: ArgumentMap): readonly string[] {
  return Object.keys(values).sort();
}

function valuesOf(values: ArgumentMap): readonly Argument[] {
  return keysOf(values).map((key) => values[key] ?? null);
}

/** @throws NotKnownYet at a value that cannot be compared yet */
function firstThat(values: readonly Argument[], isWanted: (value: Argument) => boolean): Argument {
  for (const value of values) {
    if (isOpaque(value)) throw new NotKnownYet();
    if (isWanted(value)) return value;
  }
  throw new ArgumentProblem('every argument is null or empty');
}

function distinct(values: readonly Argument[]): readonly Argument[] {
  return values.filter((value, at) => values.findIndex((other) => equals(other, value)) === at);
}

function toSet(values: readonly Argument[]): readonly Argument[] {
  const unique = distinct(values);
  return unique.every((value) => typeof value === 'string') ? unique.toSorted() : unique;
}

function element(values: readonly Argument[], at: number): Argument {
  if (values.length === 0) throw new ArgumentProblem('the list is empty');
  const size = values.length;
  return values[((at % size) + size) % size] ?? null;
}

function flatten(values: readonly Argument[]): readonly Argument[] {
  return values.flatMap((value) => (isList(settled(value)) ? flatten(list(value)) : [value]));
}

function indexOf(values: readonly Argument[], wanted: Argument): number {
  const at = values.findIndex((value) => equals(value, wanted));
  if (at < 0) throw new ArgumentProblem('the list has no such value');
  return at;
}

function lengthOf(value: Argument): number {
  if (isList(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : characters(text(value)).length;
}

function lookup(values: ArgumentMap, key: string, byDefault: Argument | undefined): Argument {
  if (Object.hasOwn(values, key)) return values[key] ?? null;
  if (byDefault !== undefined) return byDefault;
  throw new ArgumentProblem(`the map has no key ${JSON.stringify(key)}, and no default is given`);
}

function merge(maps: readonly Argument[]): ArgumentMap {
  const entries = maps
    .filter((one) => settled(one) !== null)
    .flatMap((one) => Object.entries(map(one)));
  return Object.fromEntries(entries);
}

function one(values: readonly Argument[]): Argument {
  if (values.length > 1) throw new ArgumentProblem('the list has more than one item');
  return values[0] ?? null;
}

const MAX_RANGE = 1024;

function range(limits: readonly number[]): readonly number[] {
  const [from = 0, to = 0, step = from <= to ? 1 : -1] =
    limits.length === 1 ? [0, ...limits] : limits;
  const length = step === 0 ? Number.NaN : Math.max(Math.ceil((to - from) / step), 0);
  if (!(length <= MAX_RANGE)) throw new ArgumentProblem(`a range has at most ${MAX_RANGE} numbers`);
  return Array.from({ length }, (_, at) => from + at * step);
}

function product(lists: readonly (readonly Argument[])[]): readonly Argument[] {
  return lists.reduce<readonly (readonly Argument[])[]>(
    (rows, values) => {
      const next = rows.flatMap((row) => values.map((value) => [...row, value]));
      if (next.length > MAX_RANGE * 16) throw new ArgumentProblem('the product is too large');
      return next;
    },
    [[]],
  );
}

function zip(keys: readonly string[], values: readonly Argument[]): ArgumentMap {
  if (keys.length !== values.length) throw new ArgumentProblem('keys and values are not as many');
  return Object.fromEntries(keys.map((key, at) => [key, values[at] ?? null]));
}
