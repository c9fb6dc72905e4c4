import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { userPoolClientHidesUsers } from './user-pool-client-hides-users';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    userPoolClientHidesUsers,
    { aws_cognito_user_pool_client: { web: base } },
    { aws_cognito_user_pool_client: { web: head } },
  ).map((line) => line.replace('aws_cognito_user_pool_client.web: ', ''));

test('reports errors that begin to tell who has an account', () => {
  assert.deepEqual(
    check(
      { prevent_user_existence_errors: 'ENABLED' },
      { prevent_user_existence_errors: 'LEGACY' },
    ),
    ['its errors tell who has an account'],
  );
});

test('weighs what is left out as Cognito does', () => {
  assert.deepEqual(check({ prevent_user_existence_errors: 'ENABLED' }, {}), [
    'its errors tell who has an account',
  ]);
});

test('says nothing where they told before', () => {
  assert.deepEqual(check({}, { prevent_user_existence_errors: 'LEGACY' }), []);
});
