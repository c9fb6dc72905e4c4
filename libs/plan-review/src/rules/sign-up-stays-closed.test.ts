import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { signUpStaysClosed } from './sign-up-stays-closed';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    signUpStaysClosed,
    { aws_cognito_user_pool: { users: base } },
    { aws_cognito_user_pool: { users: head } },
  ).map((line) => line.replace('aws_cognito_user_pool.users: ', ''));

test('reports a pool that opens', () => {
  assert.deepEqual(
    check({ admin_create_user_config: { allow_admin_create_user_only: true } }, {}),
    ['anybody may sign up, and only administrators could add users'],
  );
});

test('says nothing of one that was open', () => {
  assert.deepEqual(
    check({}, { admin_create_user_config: [{ allow_admin_create_user_only: false }] }),
    [],
  );
});
