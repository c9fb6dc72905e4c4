import { AuthFailure, type AuthFailureCode } from './auth-failure';

/**
 * Error names that mean one thing wherever they occur.
 * Source: Amazon Cognito user pools API reference, "Errors" of SignUp, ConfirmSignUp and InitiateAuth.
 */
const BY_NAME: Readonly<Record<string, AuthFailureCode>> = {
  // An unknown user and a wrong password are one sentence here, whatever the pool is set to tell.
  UserNotFoundException: 'wrong-credentials',
  PasswordResetRequiredException: 'reset-required',
  UsernameExistsException: 'username-taken',
  AliasExistsException: 'email-taken',
  InvalidPasswordException: 'password-too-weak',
  CodeMismatchException: 'code-wrong',
  ExpiredCodeException: 'code-expired',
  LimitExceededException: 'too-many-attempts',
  TooManyRequestsException: 'too-many-attempts',
  TooManyFailedAttemptsException: 'too-many-attempts',
  InvalidParameterException: 'invalid-input',
  UserUnAuthenticatedException: 'session-ended',
  TokenRevokedException: 'session-ended',
  RefreshTokenReuseException: 'session-ended',
  InvalidIdentityPoolConfigurationException: 'no-role',
  // Of user pools, of identity pools, and of whatever stands before either.
  InternalErrorException: 'service-failing',
  InternalServerException: 'service-failing',
  InternalFailure: 'service-failing',
  ServiceUnavailable: 'service-failing',
  ServiceUnavailableException: 'service-failing',
  NetworkError: 'unreachable',
};

/** What separates the many meanings of one name is only in the sentence. First match wins. */
const BY_MESSAGE: readonly (readonly [RegExp, AuthFailureCode])[] = [
  [/current status is confirmed|already confirmed/i, 'already-confirmed'],
  [/account with the given|account with the email/i, 'email-taken'],
  [/'password' failed to satisfy|password did not conform/i, 'password-too-weak'],
  [/attempts? exceeded|rate exceeded/i, 'too-many-attempts'],
  [/user is disabled/i, 'user-disabled'],
  [
    /ambiguous role|unauthenticated access is not supported|not from a supported provider/i,
    'no-role',
  ],
  [/token|invalid session/i, 'session-ended'],
];

/** Errors whose name says too little: their sentence decides. */
const VAGUE = new Set([
  'NotAuthorizedException',
  'InvalidParameterException',
  'UsernameExistsException',
]);

/** Turns whatever the sign-in library threw into a failure of the closed set; never throws. */
export function toAuthFailure(error: unknown): AuthFailure {
  if (error instanceof AuthFailure) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return new AuthFailure(codeOf(name, message), message, { cause: error });
}

function codeOf(name: string, message: string): AuthFailureCode {
  if (VAGUE.has(name)) {
    const told = BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
    if (told !== undefined) return told;
    if (name === 'NotAuthorizedException') return 'wrong-credentials';
  }
  return BY_NAME[name] ?? 'unexpected';
}
