import { AwsError } from '../http/json-error';

/** The refusals of user pools, in AWS's own words. `because` is for the log line only. */

export function notAuthorized(message: string, because?: string): AwsError {
  return new AwsError('NotAuthorizedException', message, because === undefined ? {} : { because });
}

/** One answer to a wrong password, an unknown user and anything else that is wrong with a proof. */
export function incorrectPassword(because: string): AwsError {
  return notAuthorized('Incorrect username or password.', because);
}

export function invalidParameter(message: string, because?: string): AwsError {
  return new AwsError(
    'InvalidParameterException',
    message,
    because === undefined ? {} : { because },
  );
}

export function missingParameter(name: string): AwsError {
  return invalidParameter(`Missing required parameter ${name}`);
}

export function clientNotFound(clientId: string): AwsError {
  return new AwsError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
}

export function userNotFound(message = 'User does not exist.'): AwsError {
  return new AwsError('UserNotFoundException', message);
}

export function userNotConfirmed(): AwsError {
  return new AwsError('UserNotConfirmedException', 'User is not confirmed.');
}

/** Source: AdminDisableUser; the words are what clients match on. */
export function userDisabled(): AwsError {
  return notAuthorized('User is disabled.');
}

export function limitExceeded(because: string): AwsError {
  return new AwsError(
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
    { because },
  );
}

/** @param because why: no code was asked for, or it is too old. */
export function expiredCode(because: string): AwsError {
  return new AwsError(
    'ExpiredCodeException',
    'Invalid code provided, please request a code again.',
    { because },
  );
}
