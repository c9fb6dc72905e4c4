import type { Reference, Unknown } from './value';

/**
 * One value of a configuration with its templates parsed. A reader of plan or state files makes the same tree out of
 * literals and unknowns, so that everything behind it works on either kind of file.
 */
export type Expression =
  | LiteralExpression
  | ReferenceExpression
  | TemplateExpression
  | ListExpression
  | ObjectExpression
  | CallExpression
  | Unknown;

export interface LiteralExpression {
  readonly kind: 'literal';
  /** Templates are already un-escaped: `$${aws:username}` of the file is `${aws:username}` here. */
  readonly value: null | boolean | number | string;
}

/** A string that is one interpolation and nothing else: it keeps the type of what it points at. */
export interface ReferenceExpression {
  readonly kind: 'reference';
  readonly reference: Reference;
}

/** Text with interpolations inside: always a string. */
export interface TemplateExpression {
  readonly kind: 'template';
  readonly parts: readonly (string | Reference)[];
}

/** A function that waits for what it is given: operators and steps are functions of their own sign, a choice is `?:`. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface ListExpression {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly entries: Readonly<Record<string, Expression>>;
}
