import type { PasswordPolicy } from '@gatehouse/auth-model';

import { AwsError } from '../../http/json-error';

/** Source: "Adding user pool password requirements", Cognito developer guide. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** @throws AwsError InvalidPasswordException with the first reason only, as AWS gives one at a time. */
export function assertFollowsPolicy(policy: PasswordPolicy, password: string): void {
  const reason = findReason(policy, password);
  if (reason === undefined) return;
  throw new AwsError(
    'InvalidPasswordException',
    `Password did not conform with policy: Password ${reason}`,
  );
}

function findReason(policy: PasswordPolicy, password: string): string | undefined {
  if (password.length < policy.minimumLength) return 'not long enough';
  if (policy.requireUppercase && !/[A-Z]/.test(password)) return 'must have uppercase characters';
  if (policy.requireLowercase && !/[a-z]/.test(password)) return 'must have lowercase characters';
  if (policy.requireNumbers && !/\d/.test(password)) return 'must have numeric characters';
  if (policy.requireSymbols && !SYMBOL.test(password)) return 'must have symbol characters';
  return undefined;
}
