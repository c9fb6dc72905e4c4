import type { Clock } from '../clock';
import type { IdpServices } from './services';
import { createSecretBlocks } from './srp/secret-block';
import { createHourlyLimit } from './users/hourly-limit';
import { createLockouts } from './users/lockouts';

/** What is remembered outside of the database: sign-ins that are half done, and who is locked out. */
export type IdpMemory = Pick<IdpServices, 'blocks' | 'lockouts' | 'confirmLimit' | 'resendLimit'>;

/** Source: "Quotas in Amazon Cognito", per user and hour. */
const RESENDS_PER_HOUR = 5;
const CONFIRMATIONS_PER_HOUR = 15;

export function createIdpMemory(clock: Clock): IdpMemory {
  return {
    blocks: createSecretBlocks(clock),
    lockouts: createLockouts(clock),
    confirmLimit: createHourlyLimit(clock, CONFIRMATIONS_PER_HOUR),
    resendLimit: createHourlyLimit(clock, RESENDS_PER_HOUR),
  };
}
