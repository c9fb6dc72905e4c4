import type { Decision } from '@gatehouse/iam';

/** Who has signed in, as an identity pool sees it: the provider and the claims of a token already verified. */
export interface Login {
  /** `<providerName>:<clientId>`. */
  readonly provider: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /**
   * Whether the token may hold claims that are not listed, as it may where no token has been seen yet: a rule about such a claim
   * makes the choice unknown.
   * @default false
   */
  readonly moreClaims?: boolean;
}

/** Which role an identity pool gives, and why; or why none. Source: SetIdentityPoolRoles, "Role-based access control". */
export type RoleChoice =
  | {
      readonly kind: 'role';
      readonly roleArn: string;
      readonly because: RoleReason;
      readonly detail: string;
    }
  | { readonly kind: 'denied'; readonly because: RoleRefusal; readonly detail: string }
  | { readonly kind: 'unknown'; readonly because: string };

export type RoleReason =
  | 'preferred-role'
  | 'custom-role'
  | 'rule'
  | 'authenticated-role'
  | 'ambiguous-so-authenticated-role'
  | 'unauthenticated-role';

export type RoleRefusal =
  | 'ambiguous-role-mapping'
  | 'custom-role-not-in-token'
  | 'no-role-set'
  | 'guests-not-allowed';

/** May this session call this method? `by` and `nearest` name the policy. */
export interface InvokeDecision {
  readonly decision: Decision;
  /** `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<VERB>/<path>`, the concrete path. */
  readonly resource: string;
}
