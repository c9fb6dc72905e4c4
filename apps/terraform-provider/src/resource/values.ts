/** Stands for a value that only apply will tell. */
export const UNKNOWN = Symbol('known after apply');

/** A value on the wire between Terraform and a provider. Lists and sets are arrays, maps and blocks are objects. */
export type Value = null | boolean | number | string | typeof UNKNOWN | readonly Value[] | Values;

/** The attributes and blocks of one object; every name of its schema is there, null where it is not set. */
export interface Values {
  readonly [name: string]: Value;
}

/** The same without anything unknown: what has been applied. */
export type Settled = null | boolean | number | string | readonly Settled[] | SettledValues;

export interface SettledValues {
  readonly [name: string]: Settled;
}

export function isObject(value: Value): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** For messages: what somebody wrote, as they would write it. */
export function inWords(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  return value === UNKNOWN ? '(known after apply)' : JSON.stringify(value ?? null);
}
