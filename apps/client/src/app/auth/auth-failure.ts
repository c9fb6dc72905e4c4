/** Why signing in, signing up or getting keys failed: the closed set the screens have words for. */
export type AuthFailureCode =
  | 'wrong-credentials'
  | 'too-many-attempts'
  | 'user-disabled'
  | 'reset-required'
  | 'username-taken'
  | 'email-taken'
  | 'password-too-weak'
  | 'code-wrong'
  | 'code-expired'
  | 'already-confirmed'
  | 'invalid-input'
  | 'session-ended'
  | 'no-role'
  /** A part of this page that is needed for it did not load. */
  | 'not-loaded'
  | 'unreachable'
  /** It answered, and said that it cannot do it now. */
  | 'service-failing'
  | 'unexpected';

/** A failure of the sign-in service. `message` is the service's own sentence, for the details only. */
export class AuthFailure extends Error {
  override readonly name = 'AuthFailure';

  constructor(
    readonly code: AuthFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a rejected promise of the gateway carries, as the failure it is. */
export function asAuthFailure(error: unknown): AuthFailure {
  if (error instanceof AuthFailure) return error;
  return new AuthFailure('unexpected', String(error), { cause: error });
}

/** Whether only signing in again will help: a refused refresh says so in several ways. */
export function endsSession({ code }: AuthFailure): boolean {
  return (
    code === 'session-ended' ||
    code === 'wrong-credentials' ||
    code === 'user-disabled' ||
    code === 'reset-required'
  );
}
