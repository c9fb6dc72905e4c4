import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { openAppliedStore, type AppliedObject, type AppliedStore } from './applied-store';
import { forgetOrphans } from './forget-orphans';

const ROLE: AppliedObject = { type: 'aws_iam_role', id: 'admin', values: { id: 'admin' } };

test('forgets everything where there is no state', (t) => {
  const store = storeWith(t, ROLE);
  assert.deepEqual(forgetOrphans(store, undefined), ['aws_iam_role admin']);
  assert.deepEqual(store.list(), []);
});

test('keeps what the state knows, and forgets what it reads as data only', (t) => {
  const orphan = { ...ROLE, id: 'guest', values: { id: 'guest' } };
  const store = storeWith(t, ROLE, orphan);
  const state = stateOf(
    ['managed', 'aws_iam_role', { id: 'admin' }],
    ['data', 'aws_iam_role', { id: 'guest' }],
  );
  assert.deepEqual(forgetOrphans(store, state), ['aws_iam_role guest']);
  assert.deepEqual(store.list(), [ROLE]);
});

test('tells apart what has the same id within two others', (t) => {
  const [list, order] = [permissionOf('list'), permissionOf('order')];
  const store = storeWith(t, list, order);
  const state = stateOf(['managed', 'aws_lambda_permission', list.values]);
  assert.deepEqual(forgetOrphans(store, state), ['aws_lambda_permission order/AllowApi']);
  assert.deepEqual(store.list(), [list]);
});

function permissionOf(function_name: string): AppliedObject {
  return {
    type: 'aws_lambda_permission',
    id: `${function_name}/AllowApi`,
    within: 'function_name',
    values: { id: 'AllowApi', function_name },
  };
}

function stateOf(
  ...instances: readonly (readonly [mode: string, type: string, attributes: object])[]
): string {
  return JSON.stringify({
    version: 4,
    resources: instances.map(([mode, type, attributes]) => ({
      mode,
      type,
      instances: [{ attributes }],
    })),
  });
}

function storeWith(t: TestContext, ...objects: readonly AppliedObject[]): AppliedStore {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-store-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const store = openAppliedStore(folder);
  for (const object of objects) store.add(object);
  return store;
}
