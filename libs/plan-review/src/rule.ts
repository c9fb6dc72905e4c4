import type { Statement } from '@gatehouse/iam';

import type { ReviewInput } from './review-input';
import type { Said } from './say';
import type { Severity } from './severity';

/** One thing that a reviewer would look for. It is pure: no I/O, no clock. */
export interface Rule {
  /** `api-method-requires-iam`: subject and demand, and the name of the file. */
  readonly id: string;
  readonly title: string;
  /** Of a finding that has none of its own. */
  readonly severity: Severity;
  /** What can go wrong, in one or two sentences. */
  readonly why: string;
  /** What to do, in one or two sentences. */
  readonly fix: string;
  /** Where the fact is documented: `Cognito Developer Guide, "Role trust and permissions"`. */
  readonly source: string;
  /** Nothing at all means ok. */
  readonly check: (input: ReviewInput) => Iterable<Verdict>;
}

export type Verdict = RuleFinding | CannotKnow;

export interface RuleFinding {
  readonly kind: 'finding';
  /** Of the resource: `aws_iam_role.member`. */
  readonly address: string;
  /** What is so now, and what was so before. Never the value of a secret. */
  readonly message: Said;
  /** @default that of the rule */
  readonly severity?: Severity;
  /** Of a policy, what it speaks of: the same words about a statement that says more are news. @default the words say it all */
  readonly statement?: Statement;
}

/** Only `apply`, a further file, or somebody who understands the resource can tell. */
export interface CannotKnow {
  readonly kind: 'cannot-know';
  readonly address: string;
  readonly because: Said;
}

export function finding(address: string, message: Said, severity?: Severity): RuleFinding {
  return { kind: 'finding', address, message, ...(severity === undefined ? {} : { severity }) };
}

/** A finding that speaks of a statement, with all that stands in it: effect, principals, `Not…` and conditions, too. */
export function about(statement: Statement, found: RuleFinding): RuleFinding {
  return { ...found, statement };
}

export function cannotKnow(address: string, because: Said): CannotKnow {
  return { kind: 'cannot-know', address, because };
}
