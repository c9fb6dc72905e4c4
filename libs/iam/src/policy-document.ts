/**
 * A policy document, parsed: every "string or list of strings" of the grammar is a list.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export interface PolicyDocument {
  readonly version: '2012-10-17' | '2008-10-17';
  readonly id?: string;
  readonly statements: readonly Statement[];
}

export type Effect = 'Allow' | 'Deny';

export interface Statement {
  readonly sid?: string;
  readonly effect: Effect;
  /** `Action`, or `NotAction` with `negated`. */
  readonly actions: Patterns;
  /** `Resource`, or `NotResource` with `negated`. Absent in trust policies. */
  readonly resources?: Patterns;
  /** `Principal`, or `NotPrincipal` with `negated`. Absent in identity policies. */
  readonly principals?: Principals;
  readonly conditions: readonly Condition[];
}

export interface Patterns {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export interface Principals {
  readonly negated: boolean;
  /** `"Principal": "*"` is `{ AWS: ['*'] }` with `anyone`. */
  readonly anyone: boolean;
  readonly byType: Readonly<Record<string, readonly string[]>>;
}

/** One `Operator: { key: values }` line. All lines of a statement must match. */
export interface Condition {
  /** As written: `StringEquals`, `ForAnyValue:StringLike`, `NumericLessThanIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}
