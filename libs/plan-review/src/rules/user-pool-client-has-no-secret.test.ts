import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { userPoolClientHasNoSecret } from './user-pool-client-has-no-secret';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    userPoolClientHasNoSecret,
    { aws_cognito_user_pool_client: { web: base } },
    { aws_cognito_user_pool_client: { web: head } },
  ).map((line) => line.replace('aws_cognito_user_pool_client.web: ', ''));

test('reports a secret that is new', () => {
  assert.deepEqual(check({ generate_secret: false }, { generate_secret: true }), [
    'it has a secret, which no browser can keep',
  ]);
});

test('says nothing of a secret that was there, nor of none', () => {
  assert.deepEqual(check({ generate_secret: true }, { generate_secret: true }), []);
});
