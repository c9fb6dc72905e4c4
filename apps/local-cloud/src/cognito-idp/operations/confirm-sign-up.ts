import { timingSafeEqual } from 'node:crypto';

import { AwsError } from '../../http/json-error';
import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import { usernameKey } from '../pool-directory';
import { expiredCode, notAuthorized, userNotFound } from '../refusals';
import type { IdpServices } from '../services';
import { sha256 } from '../srp/srp-hash';
import {
  CALLER_CONTEXT,
  CLIENT_ID,
  SECRET_HASH,
  SESSION,
  TEXT_MAP,
  USERNAME,
} from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['ClientId', 'Username', 'ConfirmationCode'],
  members: {
    ClientId: CLIENT_ID,
    SecretHash: SECRET_HASH,
    Username: USERNAME,
    ConfirmationCode: { kind: 'string', min: 1, max: 2048, pattern: '[\\S]+' },
    ForceAliasCreation: { kind: 'boolean' },
    ...CALLER_CONTEXT,
    ClientMetadata: TEXT_MAP,
    Session: SESSION,
  },
} as const;

type Services = Pick<IdpServices, 'clock' | 'pools' | 'users' | 'codes' | 'confirmLimit'>;

export const ConfirmSignUp = define(INPUT, confirmSignUp);

function confirmSignUp(services: Services, input: Parsed<typeof INPUT>): OperationAnswer {
  const { clock, pools, users, codes, confirmLimit } = services;
  const { pool, client } = pools.client(input.ClientId, input.SecretHash);
  const username = usernameKey(pool, input.Username);
  confirmLimit(pool.id, username);
  const user = users.find(pool.id, username);
  if (user === undefined) {
    throw client.preventUserExistenceErrors === 'LEGACY'
      ? userNotFound()
      : expiredCode(`nobody is called "${username}"`);
  }
  if (user.status === 'CONFIRMED') {
    throw notAuthorized('User cannot be confirmed. Current status is CONFIRMED');
  }
  const issued = codes.find(user);
  if (issued === undefined) throw expiredCode('no code was asked for');
  if (clock.now() >= issued.expiresAtMs) throw expiredCode('the code is older than 24 hours');
  if (!isSameText(input.ConfirmationCode, issued.code)) {
    throw new AwsError(
      'CodeMismatchException',
      'Invalid verification code provided, please try again.',
    );
  }
  users.confirm(user, issued.attribute);
  codes.remove(user);
  return { output: {}, decision: `"${username}" is confirmed` };
}

/** In constant time, whatever the lengths. */
function isSameText(left: string, right: string): boolean {
  return timingSafeEqual(sha256(left), sha256(right));
}
