import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { identityPoolChecksTokens } from './identity-pool-checks-tokens';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    identityPoolChecksTokens,
    { aws_cognito_identity_pool: { pool: base } },
    { aws_cognito_identity_pool: { pool: head } },
  ).map((line) => line.replace('aws_cognito_identity_pool.pool: ', ''));

test('reports a check that is switched off', () => {
  assert.deepEqual(
    check(
      { cognito_identity_providers: [{ client_id: 'a', server_side_token_check: true }] },
      { cognito_identity_providers: [{ client_id: 'a', server_side_token_check: false }] },
    ),
    ['provider `1`: its tokens are not checked with the user pool'],
  );
});

test('says nothing where it was off', () => {
  assert.deepEqual(
    check(
      { cognito_identity_providers: [{ client_id: 'a' }] },
      { cognito_identity_providers: [{ client_id: 'a', server_side_token_check: false }] },
    ),
    [],
  );
});
