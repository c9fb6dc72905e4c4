import type { Trace } from '../operator/answers';

const OUTBOX = 'the newest code is in the outbox';

/** What to do about what a user pool refuses, by the type of its error. */
const ADVICE: Readonly<Record<string, string>> = {
  CodeMismatchException: `Send the code of the newest mail: ${OUTBOX}, and one from before does not count any more.`,
  ExpiredCodeException: `Ask for another code, and send that one: ${OUTBOX}. If nobody is called so, sign up first.`,
  UserNotConfirmedException: `Confirm the user first: ${OUTBOX}, and the page Users and groups confirms without one.`,
  UserNotFoundException: 'Look on the page Users and groups who is there, or sign up first.',
  UsernameExistsException:
    'Take another username, or delete the user on the page Users and groups.',
  InvalidPasswordException:
    'Take a password that the policy of the user pool allows: the form for a new user on the page Users and groups lists what it wants.',
  LimitExceededException: 'Wait for a while: it was tried too often.',
  ResourceNotFoundException:
    'Use the ids that the stack has now: those of an earlier one are good no more. Reload the website.',
  RefreshTokenReuseException: 'Sign in again: that refresh token was used before.',
  NotEmulatedException:
    'The local cloud does not play this operation, or this way of using it: the reason says what it has.',
};

const SIGN_IN =
  'Sign in with the right password, as somebody whom the page Users and groups shows as confirmed and not as disabled. After many tries, wait for a while.';

/** What to do about `NotAuthorizedException`, by what was asked: the error says less than any other. */
const UNAUTHORIZED: Readonly<Record<string, string>> = {
  InitiateAuth: SIGN_IN,
  RespondToAuthChallenge: SIGN_IN,
  ConfirmSignUp: 'Sign in: whoever is confirmed already needs no code.',
};

/** What to do about a refusal of a user pool. */
export function poolAdvice({
  errorType = '',
  operation = '',
}: Pick<Trace, 'errorType' | 'operation'>): string {
  if (errorType === 'NotAuthorizedException')
    return UNAUTHORIZED[operation] ?? 'Sign in again: the token or the session is good no more.';
  return ADVICE[errorType] ?? 'Send what the reason above asks for.';
}
