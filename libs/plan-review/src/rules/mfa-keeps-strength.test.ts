import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { mfaKeepsStrength } from './mfa-keeps-strength';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    mfaKeepsStrength,
    { aws_cognito_user_pool: { users: base } },
    { aws_cognito_user_pool: { users: head } },
  ).map((line) => line.replace('aws_cognito_user_pool.users: ', ''));

test('reports each step down', () => {
  assert.deepEqual(check({ mfa_configuration: 'ON' }, { mfa_configuration: 'OPTIONAL' }), [
    'MFA is `OPTIONAL`, and was `ON`',
  ]);
});

test('weighs what is left out as Cognito does', () => {
  assert.deepEqual(check({ mfa_configuration: 'OPTIONAL' }, {}), [
    'MFA is `OFF`, and was `OPTIONAL`',
  ]);
});

test('says nothing of a step up', () => {
  assert.deepEqual(check({}, { mfa_configuration: 'ON' }), []);
});

test('reports threat protection that only watches, or is gone', () => {
  const protection = (mode: string): JsonObject => ({
    user_pool_add_ons: { advanced_security_mode: mode },
  });
  assert.deepEqual(check(protection('ENFORCED'), protection('AUDIT')), [
    'threat protection is `AUDIT`, and was `ENFORCED`',
  ]);
  assert.deepEqual(check(protection('AUDIT'), {}), ['threat protection is `OFF`, and was `AUDIT`']);
  assert.deepEqual(check({}, protection('ENFORCED')), []);
});
