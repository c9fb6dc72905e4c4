import { AwsError } from '../http/json-error';

type Details = ConstructorParameters<typeof AwsError>[2];

/** Constraint violations of this service, unlike those of user pools, are named so. */
export const VALIDATION_ERROR = 'ValidationException';

export function notAuthorized(message: string, details?: Details): AwsError {
  return new AwsError('NotAuthorizedException', message, details);
}

/** Something about the token, in the words that all such refusals share. */
export function invalidLoginToken(problem: string, details?: Details): AwsError {
  return notAuthorized(`Invalid login token. ${problem}`, details);
}

export function guestsNotSupported(): AwsError {
  return notAuthorized('Unauthenticated access is not supported for this identity pool.');
}

export function loginsDoNotMatch(because: string): AwsError {
  return notAuthorized(
    "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    { because },
  );
}

export function resourceNotFound(
  kind: 'IdentityPool' | 'Identity',
  id: string,
  details?: Details,
): AwsError {
  return new AwsError('ResourceNotFoundException', `${kind} '${id}' not found.`, details);
}

/** AWS says no more than this, whatever is wrong with the role; the reason goes to the log. */
export function invalidPoolConfiguration(because: string): AwsError {
  return new AwsError(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    { because },
  );
}
