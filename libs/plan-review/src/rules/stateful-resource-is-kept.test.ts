import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { toPlain } from '../say';
import { toSnapshot } from '../snapshot';
import { planOf, type PlannedChange } from '../testing/plan.fixture';
import { verdictsOf } from '../testing/check-rule';
import { statefulResourceIsKept } from './stateful-resource-is-kept';

const USERS = 'aws_cognito_user_pool.users';
const POOL = { aws_cognito_user_pool: { users: { name: 'users' } } };

function planned(change: Omit<PlannedChange, 'address'>): readonly string[] {
  const values: JsonObject = { name: 'users' };
  const plan = planOf([{ address: USERS, before: values, after: values, ...change }]);
  const input = { head: toSnapshot(plan.after), plan, moved: new Map<string, string>() };
  return [...statefulResourceIsKept.check(input)].map((verdict) =>
    verdict.kind === 'finding' ? toPlain(verdict.message) : `? ${toPlain(verdict.because)}`,
  );
}

test('reports what a plan destroys', () => {
  assert.deepEqual(planned({ actions: ['delete'], after: null }), [
    'it is destroyed, and all of its users with their passwords with it',
  ]);
});

test('reports what a plan replaces, with the attributes that force it', () => {
  const forced = { replace_paths: [['name'], ['schema', 0, 'mutable']] };
  for (const actions of [
    ['delete', 'create'],
    ['create', 'delete'],
  ]) {
    assert.deepEqual(planned({ actions, ...forced }), [
      'it is replaced, because `name` and `schema[0].mutable` cannot be changed: all of its users with their passwords will be gone',
    ]);
  }
});

test('lets updates and moves pass', () => {
  assert.deepEqual(planned({ actions: ['update'] }), []);
  assert.deepEqual(
    planned({ actions: ['no-op'], previous_address: 'aws_cognito_user_pool.old' }),
    [],
  );
});

test('cannot know what an action of a newer Terraform does', () => {
  assert.deepEqual(planned({ actions: ['renew'] }), ['? what Terraform will do is not known']);
});

test('reports what two configurations no longer ask for under its address', () => {
  assert.equal(verdictsOf(statefulResourceIsKept, POOL, {}).length, 1);
  const renamed = { aws_cognito_user_pool: { people: { name: 'users' } } };
  assert.equal(verdictsOf(statefulResourceIsKept, POOL, renamed).length, 1);
  assert.deepEqual(verdictsOf(statefulResourceIsKept, POOL, POOL), []);
});
