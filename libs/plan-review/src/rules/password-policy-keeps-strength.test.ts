import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf, type Resources } from '../testing/check-rule';
import { passwordPolicyKeepsStrength } from './password-policy-keeps-strength';

const pool = (password_policy: JsonObject): Resources => ({
  aws_cognito_user_pool: { users: { name: 'users', password_policy } },
});

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(passwordPolicyKeepsStrength, pool(base), pool(head));

test('reports fewer characters and fewer kinds of them', () => {
  assert.deepEqual(check({ minimum_length: 12 }, { minimum_length: 8, require_symbols: false }), [
    'aws_cognito_user_pool.users: a password needs `8` characters, and needed `12`',
    'aws_cognito_user_pool.users: a password no longer needs `symbols`',
  ]);
});

test('weighs what is left out as Cognito does', () => {
  assert.deepEqual(check({ minimum_length: 12 }, {}), [
    'aws_cognito_user_pool.users: a password needs `8` characters, and needed `12`',
  ]);
});

test('says nothing of a stronger policy, nor of a new pool', () => {
  assert.deepEqual(check({ minimum_length: 8 }, { minimum_length: 12 }), []);
  assert.deepEqual(
    verdictsOf(passwordPolicyKeepsStrength, undefined, pool({ minimum_length: 6 })),
    [],
  );
});
