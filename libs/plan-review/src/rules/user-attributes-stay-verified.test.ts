import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { userAttributesStayVerified } from './user-attributes-stay-verified';

const check = (type: string, base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(userAttributesStayVerified, { [type]: { one: base } }, { [type]: { one: head } }).map(
    (line) => line.replace(`${type}.one: `, ''),
  );
const POOL = 'aws_cognito_user_pool';
const CLIENT = 'aws_cognito_user_pool_client';

test('reports an address that is verified no more', () => {
  assert.deepEqual(check(POOL, { auto_verified_attributes: ['email'] }, {}), [
    '`auto_verified_attributes` has no `email`, and had',
  ]);
});

test('reports a way of recovery that is added, and the one that is there where none is named', () => {
  const by = (...names: string[]): JsonObject => ({
    account_recovery_setting: {
      recovery_mechanism: names.map((name, at) => ({ name, priority: at + 1 })),
    },
  });
  const message = 'accounts may be recovered by `verified_phone_number`, and could not';
  assert.deepEqual(check(POOL, by('verified_email'), {}), [message]);
  assert.deepEqual(
    check(POOL, by('verified_email'), by('verified_email', 'verified_phone_number')),
    [message],
  );
  assert.deepEqual(check(POOL, by('verified_email'), by('admin_only')), []);
  assert.deepEqual(check(POOL, {}, by('verified_email')), []);
});

test('reports attributes that users may write, all of them where none is named', () => {
  const write = (...write_attributes: string[]): JsonObject => ({ write_attributes });
  assert.deepEqual(check(CLIENT, write('name'), write('name', 'custom:role')), [
    'users may write `custom:role`',
  ]);
  assert.deepEqual(check(CLIENT, write('name'), {}), [
    'users may write every attribute, and could not',
  ]);
  assert.deepEqual(check(CLIENT, {}, write('name')), []);
});
