import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { UserPool } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import { createPoolDirectory } from './pool-directory';
import { aClient, aPool } from './testing/idp-fixture';

function refusal(pool: UserPool): string {
  try {
    createPoolDirectory([pool]);
    return 'accepted';
  } catch (error) {
    assert(error instanceof BootError);
    return `${error.code}: ${error.message}`;
  }
}

test('refuses at boot what it could only play wrongly, naming the resource', () => {
  const address = 'aws_cognito_user_pool.users';
  const triggers = { pre_sign_up: 'arn:aws:lambda:us-west-2:000000000000:function:x' };
  const cases: readonly [UserPool, string][] = [
    [
      aPool({ triggers }),
      `ERR_COGNITO_TRIGGER_NOT_EMULATED: ${address} has Lambda triggers (pre_sign_up)`,
    ],
    [aPool({ mfa: 'ON' }), `ERR_COGNITO_MFA_NOT_EMULATED: ${address} requires MFA`],
    [
      aPool({ autoVerifiedAttributes: ['email', 'phone_number'] }),
      `ERR_COGNITO_VERIFICATION_NOT_EMULATED: ${address} verifies phone_number by SMS`,
    ],
    [
      aPool({ clients: [aClient({ generateSecret: true })] }),
      'ERR_COGNITO_CLIENT_SECRET_NOT_EMULATED: aws_cognito_user_pool_client.web has a client secret',
    ],
    [
      aPool({
        groups: [{ address: 'x', name: 'vip', roleArn: { kind: 'unknown', because: 'x' } }],
      }),
      `ERR_COGNITO_GROUP_UNKNOWN: The groups of ${address} cannot be put into tokens: `,
    ],
  ];
  for (const [pool, start] of cases) assert(refusal(pool).startsWith(start), refusal(pool));
  assert.equal(refusal(aPool({ mfa: 'OPTIONAL' })), 'accepted');
});
