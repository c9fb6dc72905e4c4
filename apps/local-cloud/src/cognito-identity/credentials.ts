import type { Role, RoleChoice } from '@gatehouse/auth-model';
import type { Decision, NamedPolicy, PolicyDocument } from '@gatehouse/iam';

/** Temporary credentials as issued, remembered so that a signature made with them can be checked and explained. */
export interface TemporaryCredentials {
  /** `ASIA…`. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly role: Pick<Role, 'name' | 'arn' | 'uniqueId'>;
  /** Why this role: shown in explanations. */
  readonly choice: Extract<RoleChoice, { kind: 'role' }>;
  /** The statement of the role's trust policy that consented. */
  readonly trust: Extract<Decision, { effect: 'allow' }>;
  /** `enhanced`: the identity pool gave them; `basic`: STS did, for a token of the identity pool. */
  readonly flow: 'enhanced' | 'basic';
  /** `CognitoIdentityCredentials`, or the `RoleSessionName` of the basic flow. */
  readonly sessionName: string;
  /** What they do not allow, the session cannot do. Absent: no limit. */
  readonly sessionPolicies?: readonly NamedPolicy<PolicyDocument>[];
  /** Of the session alone; the role may have more. */
  readonly principalTags: Readonly<Record<string, string>>;
  readonly identityId: string;
  readonly identityPoolId: string;
  /** `['unauthenticated']`, or `authenticated` and two for each login: the provider, and who signed in there. */
  readonly amr: readonly string[];
  readonly authenticationType: 'authenticated' | 'unauthenticated';
  /** `cognito-idp.R.amazonaws.com/POOL,cognito-idp.R.amazonaws.com/POOL:CognitoSignIn:<sub>`; absent for guests. */
  readonly authenticationProvider?: string;
  /** For people of the enhanced flow: the `cognito:username` that signed in. */
  readonly username?: string;
}

/** What execute-api and STS need of the sessions that have been issued. */
export interface CredentialLookup {
  find(accessKeyId: string): TemporaryCredentials | undefined;
}
