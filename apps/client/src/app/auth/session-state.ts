import type { SignedInUser } from './auth-gateway';

/** Why nobody is signed in; the screens have a sentence for each that is worth one. */
export type SignedOutReason =
  | 'never'
  | 'left'
  | 'left-everywhere'
  /** The service refuses to go on: signed out elsewhere, disabled, or thirty days have passed. */
  | 'ended'
  /** The service could not be asked. The session may still live. */
  | 'unreachable';

/** What is known of the keys in use, without the keys. */
export interface AccessFacts {
  readonly identityId: string;
  readonly expiresAt: Date;
}

export type SessionState =
  | { readonly status: 'restoring' }
  | { readonly status: 'signed-out'; readonly reason: SignedOutReason }
  | {
      readonly status: 'signed-in';
      readonly user: SignedInUser;
      /** `undefined` until keys were asked for. */
      readonly access: AccessFacts | undefined;
    };
