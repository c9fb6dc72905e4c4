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

test('reports a new client whose tokens live longer than those of any other', () => {
  const clients = (more: Readonly<Record<string, JsonObject>>) => ({
    aws_cognito_user_pool_client: { web: { refresh_token_validity: 30 }, ...more },
  });
  const second = (days: number) => clients({ second: { refresh_token_validity: days } });
  assert.deepEqual(verdictsOf(tokenLifetimeStaysShort, clients({}), second(3650)), [
    'aws_cognito_user_pool_client.second: refresh tokens of this new client live `3650 days`, longer than those of any other',
  ]);
  assert.deepEqual(verdictsOf(tokenLifetimeStaysShort, clients({}), second(30)), []);
});
