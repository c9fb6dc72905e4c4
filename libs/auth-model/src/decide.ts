import type { Decision, NamedPolicy } from '@gatehouse/iam';

/** Who has signed in, as an identity pool sees it: the provider and the claims of a token already verified. */
export interface Login {
  /** `<providerName>:<clientId>`; of an OpenID Connect provider its name alone. */
  readonly provider: string;
  /** Of an OpenID Connect provider: role mappings may name it by either. */
  readonly providerArn?: string;
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
  | 'unauthenticated-role'
  /** Basic flow: whoever asks STS names the role, and only its trust policy has a say. */
  | 'assumed-role';

export type RoleRefusal =
  | 'ambiguous-role-mapping'
  | 'custom-role-not-in-token'
  | 'no-role-set'
  | 'guests-not-allowed';

/** What a session of a role is called, may do at most, and is tagged with. */
export interface Session {
  /** `CognitoIdentityCredentials`, or the `RoleSessionName` of the basic flow. */
  readonly name: string;
  /** They grant nothing: what they do not allow, the session cannot do. @default no limit */
  readonly policies?: readonly NamedPolicy[];
  /** Besides those of the role, which they override: `aws:PrincipalTag/<tag>`. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** May this session call this method? `by` and `nearest` name the policy. */
export interface InvokeDecision {
  readonly decision: Decision;
  /** `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<VERB>/<path>`, the concrete path. */
  readonly resource: string;
}
