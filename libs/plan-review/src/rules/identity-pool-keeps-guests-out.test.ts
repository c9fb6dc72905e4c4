import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { identityPoolKeepsGuestsOut } from './identity-pool-keeps-guests-out';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    identityPoolKeepsGuestsOut,
    { aws_cognito_identity_pool: { pool: base } },
    { aws_cognito_identity_pool: { pool: head } },
  ).map((line) => line.replace('aws_cognito_identity_pool.pool: ', ''));

test('reports guests and the classic flow', () => {
  assert.deepEqual(
    check({}, { allow_unauthenticated_identities: true, allow_classic_flow: true }),
    [
      'anybody gets credentials as a guest',
      'the classic flow is on: callers choose their role among all that trust the pool',
    ],
  );
});

test('says nothing where both were on, nor where they are taken away', () => {
  assert.deepEqual(
    check(
      { allow_unauthenticated_identities: true, allow_classic_flow: true },
      { allow_unauthenticated_identities: true },
    ),
    [],
  );
});
