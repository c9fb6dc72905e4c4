import type { Role, RoleChoice } from '@gatehouse/auth-model';

/** Temporary credentials as issued, remembered so that a signature made with them can be checked and explained. */
export interface TemporaryCredentials {
  /** `ASIA…`. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAtMs: number;
  readonly role: Pick<Role, 'name' | 'arn' | 'uniqueId'>;
  /** Why this role: shown in explanations. */
  readonly choice: RoleChoice;
  readonly identityId: string;
  readonly identityPoolId: string;
  readonly authenticationType: 'authenticated' | 'unauthenticated';
  /** `cognito-idp.R.amazonaws.com/POOL,cognito-idp.R.amazonaws.com/POOL:CognitoSignIn:<sub>`; absent for guests. */
  readonly authenticationProvider?: string;
  /** For people only: the `cognito:username` that signed in. */
  readonly username?: string;
}

/** What execute-api needs of the sessions that cognito-identity has issued. */
export interface CredentialLookup {
  find(accessKeyId: string): TemporaryCredentials | undefined;
}
