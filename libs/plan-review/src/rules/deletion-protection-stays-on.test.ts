import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { deletionProtectionStaysOn } from './deletion-protection-stays-on';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    deletionProtectionStaysOn,
    { aws_cognito_user_pool: { users: base } },
    { aws_cognito_user_pool: { users: head } },
  ).map((line) => line.replace('aws_cognito_user_pool.users: ', ''));

test('reports a protection that is taken away', () => {
  assert.deepEqual(check({ deletion_protection: 'ACTIVE' }, {}), [
    '`deletion_protection` is off, and was on',
  ]);
});

test('reports that Terraform may destroy what it refused to', () => {
  assert.deepEqual(check({ lifecycle: { prevent_destroy: true } }, {}), [
    'Terraform may destroy it, and refused to',
  ]);
});

test('says nothing of what was never protected, nor of a new protection', () => {
  assert.deepEqual(
    check({}, { deletion_protection: 'ACTIVE', lifecycle: { prevent_destroy: true } }),
    [],
  );
});
