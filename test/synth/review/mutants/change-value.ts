import { isJsonList, isJsonObject, type Json, type JsonObject } from '@gatehouse/terraform-json';

import { becomes, removalOf, within, withinItem, type Change } from './change';
import { changesOfPolicy, policyIn } from './change-policy';

/** What the generator has to know of the world around a value. */
export interface Surroundings {
  /** Other values that an argument takes, by `type.path` without numbers. */
  readonly valuesOf: (path: string) => readonly string[];
  /** Of the type of an address: the addresses of all the others. */
  readonly othersLike: (address: string) => readonly string[];
}

/**
 * Every single change of a value, whatever its depth: booleans flipped, numbers ten times as large and as small and nought, texts
 * widened and put in the place of others, references pointed elsewhere, entries and items removed and added.
 * @param path of the value, for what is known of its argument
 */
export function* changesOf(value: Json, path: string, around: Surroundings): Iterable<Change> {
  if (typeof value === 'boolean') yield becomes(!value);
  else if (typeof value === 'number') yield* changesOfNumber(value);
  else if (typeof value === 'string') yield* changesOfText(value, path, around);
  else if (isJsonList(value)) yield* changesOfList(value, path, around);
  else if (isJsonObject(value)) yield* changesOfEntries(value, path, around);
}

function* changesOfEntries(
  object: JsonObject,
  path: string,
  around: Surroundings,
): Iterable<Change> {
  for (const [key, value] of Object.entries(object)) {
    if (key === '//') continue;
    yield* within(object, key, [removalOf(value), ...changesOf(value, `${path}.${key}`, around)]);
  }
}

function* changesOfNumber(value: number): Iterable<Change> {
  const others = new Set([value * 10, Math.max(1, Math.floor(value / 10)), 0]);
  for (const other of others) if (other !== value) yield becomes(other);
}

function* changesOfList(
  list: readonly Json[],
  path: string,
  around: Surroundings,
): Iterable<Change> {
  for (const [at, item] of list.entries())
    yield* withinItem(list, at, [removalOf(item), ...changesOf(item, path, around)]);
  if (list.some((item) => typeof item !== 'string')) return;
  const known = around.valuesOf(path).filter((other) => !list.includes(other));
  for (const added of ['*', ...known])
    yield becomes([...list, added], `${JSON.stringify(added)} added`);
}

function* changesOfText(text: string, path: string, around: Surroundings): Iterable<Change> {
  const policy = policyIn(text);
  if (policy !== undefined) {
    yield* changesOfPolicy(policy);
    return;
  }
  const others = new Set([
    ...widened(text),
    ...around.valuesOf(path),
    ...pointedElsewhere(text, around),
  ]);
  for (const other of others) if (other !== text) yield becomes(other);
}

/** `*` for all of it and for every segment; one more `*` in a list; within the quotes in which API Gateway has its constants. */
function widened(text: string): readonly string[] {
  const [, constant] = /^'(.*)'$/.exec(text) ?? [];
  if (constant !== undefined) return ["'*'", `'${constant},*'`];
  const segments = text.replace(/\$\{[^}]*\}/g, '').includes('/') ? text.split('/') : [];
  return ['*', ...segments.slice(1).map((_, at) => segments.with(at + 1, '*').join('/'))];
}

/** The same attribute of every other resource of the type. */
function pointedElsewhere(text: string, { othersLike }: Surroundings): readonly string[] {
  return [...text.matchAll(/\$\{([a-z\d_]+\.[\w-]+)/g)].flatMap(([, address = '']) =>
    othersLike(address).map((other) => text.replace(`\${${address}.`, `\${${other}.`)),
  );
}
