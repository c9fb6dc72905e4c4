/** A JSON value as it stands in a synthesized `cdk.tf.json`. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** What one expression points at: `aws_iam_role.member.arn` → address `aws_iam_role.member`, attribute `arn`. */
export interface Reference {
  /** `aws_iam_role.member`, or `data.aws_region.current`. */
  readonly address: string;
  /** Path below the resource, dots and all: `arn`, `identity.0.oidc.0.issuer`. */
  readonly attribute: string;
}

/** A value that Terraform has settled, one that still points elsewhere, or one that only `apply` will tell. */
export type Value<T = Json> = Known<T> | Unresolved | Unknown;

export interface Known<T = Json> {
  readonly kind: 'known';
  readonly value: T;
}
export interface Unresolved {
  readonly kind: 'reference';
  readonly reference: Reference;
}
export interface Unknown {
  readonly kind: 'unknown';
  /** Why it is not known, for a person: `known after apply`. */
  readonly because: string;
}
