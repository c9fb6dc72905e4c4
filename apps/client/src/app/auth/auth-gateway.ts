import { InjectionToken } from '@angular/core';

/** Who is signed in, read from the ID token. */
export interface SignedInUser {
  readonly username: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Names of the user pool groups, as the token lists them. */
  readonly groups: readonly string[];
  /** Name of the IAM role the token asks for; `undefined` when no group has one. */
  readonly preferredRole: string | undefined;
}

/** Keys that sign calls for one hour at most. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export interface IssuedAccess {
  readonly identityId: string;
  readonly credentials: TemporaryCredentials;
}

export type SignInStep =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'confirm-sign-up' }
  /** Someone is signed in in this browser already, perhaps from another tab. */
  | { readonly kind: 'already-signed-in' }
  /** The pool asks for a step this client has no page for; `step` is its name. */
  | { readonly kind: 'unsupported'; readonly step: string };

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly username: string;
  readonly password: string;
}

/** Where a code was mailed, masked by the service; `undefined` when it does not tell. */
export type MailedTo = string | undefined;

/**
 * What the client asks of the sign-in service. Every method rejects with an `AuthFailure`, and with
 * nothing else.
 */
export interface AuthGateway {
  /**
   * The signed-in user, or `null` when there is no session (any more).
   * @param fresh ask the service for new tokens first. @default false
   */
  currentUser(fresh?: boolean): Promise<SignedInUser | null>;
  /**
   * Temporary keys, or `null` when there is no session (any more).
   * @param fresh new tokens and new keys instead of those at hand. @default false
   */
  access(fresh?: boolean): Promise<IssuedAccess | null>;
  signIn(username: string, password: string): Promise<SignInStep>;
  signUp(account: NewAccount): Promise<MailedTo>;
  confirmSignUp(username: string, code: string): Promise<void>;
  resendCode(username: string): Promise<MailedTo>;
  /** Forgets the session here and revokes it at the service as far as that can be reached. */
  signOut(): Promise<void>;
  /** Ends every session of the user; when that fails nothing is changed here. */
  signOutEverywhere(): Promise<void>;
}

/** Loads the gateway, and with it the sign-in library, when it is first needed. */
export const LOAD_AUTH_GATEWAY = new InjectionToken<() => Promise<AuthGateway>>(
  'LOAD_AUTH_GATEWAY',
);
