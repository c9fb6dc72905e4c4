import type { AuthFailureCode } from './auth-failure';
import { toAuthFailure } from './to-auth-failure';

function thrown(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

/** Cognito's own sentences. */
const ERRORS: readonly (readonly [string, string, AuthFailureCode])[] = [
  ['NotAuthorizedException', 'Incorrect username or password.', 'wrong-credentials'],
  ['UserNotFoundException', 'User does not exist.', 'wrong-credentials'],
  ['NotAuthorizedException', 'Password attempts exceeded', 'too-many-attempts'],
  [
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
    'too-many-attempts',
  ],
  ['NotAuthorizedException', 'User is disabled.', 'user-disabled'],
  ['UsernameExistsException', 'User already exists', 'username-taken'],
  ['UsernameExistsException', 'An account with the given email already exists.', 'email-taken'],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password not long enough',
    'password-too-weak',
  ],
  [
    'InvalidParameterException',
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
    'password-too-weak',
  ],
  ['InvalidParameterException', 'Invalid email address format.', 'invalid-input'],
  ['CodeMismatchException', 'Invalid verification code provided, please try again.', 'code-wrong'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', 'code-expired'],
  [
    'NotAuthorizedException',
    'User cannot be confirmed. Current status is CONFIRMED',
    'already-confirmed',
  ],
  ['InvalidParameterException', 'User is already confirmed.', 'already-confirmed'],
  ['NotAuthorizedException', 'Refresh Token has been revoked', 'session-ended'],
  ['NotAuthorizedException', 'Access Token has been revoked', 'session-ended'],
  ['NotAuthorizedException', 'Token is inactive', 'session-ended'],
  [
    'NotAuthorizedException',
    'The ambiguous role mapping rules for: cognito-idp.us-west-2.amazonaws.com/x:y denied this request.',
    'no-role',
  ],
  [
    'NotAuthorizedException',
    'Token is not from a supported provider of this identity pool.',
    'no-role',
  ],
  [
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    'no-role',
  ],
  ['NetworkError', 'A network error has occurred.', 'unreachable'],
  ['InternalErrorException', 'Something went wrong', 'service-failing'],
  ['ServiceUnavailableException', 'Service unavailable.', 'service-failing'],
  ['SomethingNew', 'Nobody knows.', 'unexpected'],
];

describe('toAuthFailure', () => {
  for (const [name, message, code] of ERRORS) {
    it(`reads ${name}: ${message.slice(0, 60)}`, () => {
      expect(toAuthFailure(thrown(name, message)).code).toBe(code);
    });
  }

  it('cannot tell an unknown user from a wrong password', () => {
    const unknown = toAuthFailure(thrown('UserNotFoundException', 'User does not exist.'));
    const wrong = toAuthFailure(
      thrown('NotAuthorizedException', 'Incorrect username or password.'),
    );
    expect(unknown.code).toBe(wrong.code);
  });

  it('takes what is no Error at all', () => {
    expect(toAuthFailure('boom').code).toBe('unexpected');
  });
});
