import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { userPoolKeepsItsTriggers } from './user-pool-keeps-its-triggers';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    userPoolKeepsItsTriggers,
    { aws_cognito_user_pool: { users: base } },
    { aws_cognito_user_pool: { users: head } },
  ).map((line) => line.replace('aws_cognito_user_pool.users: ', ''));

const asks = (pre_sign_up: string): JsonObject => ({ lambda_config: { pre_sign_up } });

test('reports a trigger that is gone, and one that is another', () => {
  assert.deepEqual(check(asks('arn:a'), {}), ['`pre_sign_up` is asked no more, and was']);
  assert.deepEqual(check(asks('arn:a'), { lambda_config: {} }), [
    '`pre_sign_up` is asked no more, and was',
  ]);
  assert.deepEqual(check(asks('arn:a'), asks('arn:b')), ['`pre_sign_up` is another function']);
});

test('reports a new trigger that decides what the pool decided itself', () => {
  const writes = { lambda_config: { pre_token_generation: 'arn:a' } };
  assert.deepEqual(check({ name: 'users' }, writes), [
    '`pre_token_generation` is new, and decides what tokens say, groups and roles included',
  ]);
  assert.deepEqual(check(writes, writes), []);
  assert.deepEqual(
    verdictsOf(userPoolKeepsItsTriggers, {}, { aws_cognito_user_pool: { users: writes } }),
    [],
  );
});

test('says nothing of a trigger that is new and can only refuse, or stays', () => {
  assert.deepEqual(check({}, asks('arn:a')), []);
  assert.deepEqual(check(asks('arn:a'), asks('arn:a')), []);
});
