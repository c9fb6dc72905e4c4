import type { PolicyDocument, Statement } from './policy-document';

/** A policy with the words to name it by: `inline policy "Invoke" of role gatehouse-dev-member`. */
export interface NamedPolicy<Document = PolicyDocument | PolicyValue> {
  readonly name: string;
  readonly document: Document;
}

/** A document that may not be settled yet. Shaped so that the values of a Terraform reader fit as they are. */
type PolicyValue =
  | { readonly kind: 'known'; readonly value: PolicyDocument }
  | {
      readonly kind: 'reference';
      readonly reference: { readonly address: string; readonly attribute: string };
    }
  | { readonly kind: 'unknown'; readonly because: string };

/** What is asked. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  /**
   * Whether the resource stands for every text that its wildcards match: what a policy says of some of them only is then `unknown`.
   * @default false: a `*` in it is a star
   */
  readonly resourceIsPattern?: boolean;
  /**
   * Who asks, given to resource and trust policies only: `{ type: 'Federated', value: 'cognito-identity.amazonaws.com' }`,
   * `{ type: 'AWS', value: <session or role ARN> }`, `ANONYMOUS` for an unsigned request. A statement without a principal never
   * matches such a request. Leave it out for identity policies, which belong to whoever they are attached to: a statement *with* a
   * principal never matches then.
   * @default none: the policies are identity policies
   */
  readonly principal?: { readonly type: string; readonly value: string };
  /** Condition keys, in any casing. A list is a multi-valued key; a missing key is absent from the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /**
   * Condition keys of which it is not known whether they are present or what they hold. A statement that hangs on one of them
   * neither matches nor misses.
   * @default none
   */
  readonly unknownKeys?: readonly string[];
  /**
   * Asked of every other key that `context` lacks, in lower case: whether it is not known either.
   * @default such a key is absent from the request
   */
  readonly isUnknownKey?: (key: string) => boolean;
}

/** The statement that decided, and where it stands. */
export interface DecidingStatement {
  readonly policy: string;
  /** Position in the policy, from 0: statements without a `Sid` are named by it. */
  readonly index: number;
  readonly statement: Statement;
}

/** The `Allow` statement that came closest, and the first part of it that did not match. */
export interface NearestMiss extends DecidingStatement {
  readonly part: 'principal' | 'action' | 'resource' | 'condition';
  /** What the statement wants there: `arn:…/GET/secure`. The nearest one where it lists several. */
  readonly wanted: string;
  /** What the request has: `arn:…/GET/vip`. */
  readonly got: string;
  /** `resource arn:…/GET/vip does not match arn:…/GET/secure`. */
  readonly detail: string;
}

/** Three-valued: a policy or a context key that is not known yet makes the answer `unknown` unless a known part settles it. */
export type Decision =
  | { readonly effect: 'allow'; readonly by: DecidingStatement }
  | { readonly effect: 'deny'; readonly kind: 'explicit'; readonly by: DecidingStatement }
  | { readonly effect: 'deny'; readonly kind: 'implicit'; readonly nearest?: NearestMiss }
  | { readonly effect: 'unknown'; readonly because: string };
