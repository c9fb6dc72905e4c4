import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { userPoolClientRefusesPlainPasswords } from './user-pool-client-refuses-plain-passwords';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    userPoolClientRefusesPlainPasswords,
    { aws_cognito_user_pool_client: { web: base } },
    { aws_cognito_user_pool_client: { web: head } },
  ).map((line) => line.replace('aws_cognito_user_pool_client.web: ', ''));

test('reports each flow that takes a password in plain text', () => {
  assert.deepEqual(
    check(
      { explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'] },
      {
        explicit_auth_flows: [
          'ALLOW_USER_SRP_AUTH',
          'ALLOW_USER_PASSWORD_AUTH',
          'ADMIN_NO_SRP_AUTH',
        ],
      },
    ),
    [
      'anybody may sign in with a password in plain text (`ALLOW_USER_PASSWORD_AUTH`)',
      'a server may sign in with a password in plain text (`ADMIN_NO_SRP_AUTH`)',
    ],
  );
});

test('says nothing of SRP and refresh tokens', () => {
  assert.deepEqual(
    check({}, { explicit_auth_flows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] }),
    [],
  );
});
