import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { tokenRevocationStaysOn } from './token-revocation-stays-on';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    tokenRevocationStaysOn,
    { aws_cognito_user_pool_client: { web: base } },
    { aws_cognito_user_pool_client: { web: head } },
  ).map((line) => line.replace('aws_cognito_user_pool_client.web: ', ''));

test('reports revocation that is switched off', () => {
  assert.deepEqual(check({}, { enable_token_revocation: false }), [
    'its refresh tokens cannot be revoked',
  ]);
});

test('says nothing where it was off', () => {
  assert.deepEqual(
    check({ enable_token_revocation: false }, { enable_token_revocation: false }),
    [],
  );
});
