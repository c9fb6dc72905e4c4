import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { tokenLifetimeStaysShort } from './token-lifetime-stays-short';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    tokenLifetimeStaysShort,
    { aws_cognito_user_pool_client: { web: base } },
    { aws_cognito_user_pool_client: { web: head } },
  ).map((line) => line.replace('aws_cognito_user_pool_client.web: ', ''));

test('reports a longer life, whatever its unit', () => {
  assert.deepEqual(
    check(
      { access_token_validity: 60, token_validity_units: { access_token: 'minutes' } },
      { access_token_validity: 1, token_validity_units: { access_token: 'days' } },
    ),
    ['access tokens live `1 days`, and lived `60 minutes`'],
  );
});

test('weighs what is left out as Cognito does', () => {
  assert.deepEqual(check({ refresh_token_validity: 1 }, {}), [
    'refresh tokens live `30 days`, and lived `1 days`',
  ]);
});

test('says nothing of the same life in another unit, nor of a shorter one', () => {
  assert.deepEqual(
    check(
      { access_token_validity: 1, refresh_token_validity: 30 },
      {
        access_token_validity: 60,
        refresh_token_validity: 7,
        token_validity_units: { access_token: 'minutes' },
      },
    ),
    [],
  );
});
