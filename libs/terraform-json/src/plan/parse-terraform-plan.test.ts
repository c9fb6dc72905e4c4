import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TerraformJsonError } from '../terraform-json-error';
import type { Json, JsonObject } from '../value';
import { parseTerraformPlan } from './parse-terraform-plan';

const KEY = { mode: 'managed', type: 'aws_x', name: 'a' };

function plan(change: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: [{ address: 'aws_x.a', ...KEY, ...more, change }],
    planned_values: {},
  };
}

function only(json: JsonObject) {
  const [change] = parseTerraformPlan(json, 'plan.json').changes;
  assert.ok(change);
  return change;
}

function assertRefused(input: string | JsonObject, message: RegExp): void {
  assert.throws(
    () => parseTerraformPlan(input, 'plan.json'),
    (error) => error instanceof TerraformJsonError && message.test(error.message),
  );
}

const ACTIONS: readonly (readonly [readonly string[], string])[] = [
  [['no-op'], 'no-op'],
  [['create'], 'create'],
  [['read'], 'read'],
  [['update'], 'update'],
  [['delete'], 'delete'],
  [['forget'], 'forget'],
  [['delete', 'create'], 'replace'],
  [['create', 'delete'], 'replace'],
  [['create', 'forget'], 'unknown'],
  [['renew'], 'unknown'],
  [[], 'unknown'],
];

for (const [actions, expected] of ACTIONS) {
  test(`reads ${JSON.stringify(actions)} as ${expected}`, () => {
    assert.equal(only(plan({ actions })).action, expected);
  });
}

test('tells which half of a replacement comes first', () => {
  assert.equal(only(plan({ actions: ['create', 'delete'] })).createsFirst, true);
  assert.equal(only(plan({ actions: ['delete', 'create'] })).createsFirst, false);
});

test('reads what forces a replacement, where it stood before, and why', () => {
  const change = only(
    plan(
      { actions: ['delete', 'create'], replace_paths: [['name'], ['schema', 0, 'mutable']] },
      { previous_address: 'aws_x.old', action_reason: 'replace_because_cannot_update' },
    ),
  );
  assert.deepEqual(change.replacePaths, [['name'], ['schema', 0, 'mutable']]);
  assert.equal(change.previousAddress, 'aws_x.old');
  assert.equal(change.reason, 'replace_because_cannot_update');
});

test('keeps the masks of what is sensitive and of what is not known', () => {
  const change = only(
    plan({
      actions: ['update'],
      before: { value: 'a' },
      after: {},
      after_unknown: { value: true },
      before_sensitive: { value: true },
      after_sensitive: { value: true },
    }),
  );
  assert.deepEqual(change.afterUnknown, { value: true });
  assert.deepEqual(
    [change.beforeSensitive, change.afterSensitive],
    [{ value: true }, { value: true }],
  );
});

test('reads objects of modules, of count and for_each, deposed and imported ones', () => {
  const address = 'module.site[0].aws_x.a["b.c"]';
  const more = { address, deposed: '00000001', index: 'b.c' };
  const change = only(plan({ actions: ['delete'], importing: { id: 'i' } }, more));
  assert.equal(change.address, address);
  assert.equal(change.deposed, '00000001');
  assert.equal(change.isImport, true);
});

test('reads what Terraform put off, and what it gave up', () => {
  const address = { ...KEY, address: 'aws_x.later' };
  const read = parseTerraformPlan(
    {
      ...plan({ actions: ['no-op'] }),
      complete: false,
      errored: true,
      deferred_changes: [{ reason: 'provider_config_unknown', resource_change: address }],
    },
    'plan.json',
  );
  assert.deepEqual(read.deferred, [{ address: 'aws_x.later', reason: 'provider_config_unknown' }]);
  assert.deepEqual([read.isComplete, read.hasFailed], [false, true]);
});

test('reads minor versions of the future, and no other format', () => {
  const json = plan({ actions: ['no-op'] });
  assert.equal(
    parseTerraformPlan({ ...json, format_version: '1.99' }, 'plan.json').formatVersion,
    '1.99',
  );
  assertRefused(
    { ...json, format_version: '2.0' },
    /^plan\.json has version "2\.0", and a plan of format version 1 is expected\. Make/,
  );
  assertRefused({ ...json, format_version: 1 }, /has version 1,/);
  const { format_version: left, ...without } = json;
  assert.equal(left, '1.2');
  assertRefused(without, /has no format_version/);
});

test('says what a file is that is no plan', () => {
  assertRefused({ format_version: '1.0', values: {} }, /is a state, and a plan is expected/);
  assertRefused({ resource: {} }, /is no plan, and a plan is expected/);
  assertRefused('{"format', /^plan\.json is not JSON/);
  assertRefused('[]', /must be an object/);
});

const WRONG: readonly (readonly [JsonObject, RegExp])[] = [
  [{ resource_changes: {} }, /resource_changes must be a list/],
  [{ resource_changes: [1] }, /resource_changes\[0\] must be an object/],
  [{ resource_changes: [{ change: {} }] }, /resource_changes\[0\]\.address is missing/],
  [{ planned_values: { root_module: { resources: [{}] } } }, /resources\[0\]\.address is missing/],
];

for (const [json, message] of WRONG) {
  test(`refuses ${JSON.stringify(json)}`, () => {
    assertRefused({ ...plan({ actions: ['no-op'] }), ...json }, message);
  });
}

test('refuses values that are nested without end, in one sentence', () => {
  let deep: Json = {};
  for (let level = 0; level < 10_000; level += 1) deep = { a: deep };
  assertRefused(plan({ actions: ['update'], before: deep }), /nested deeper than/);
  const modules = JSON.parse(
    `${'{"child_modules":['.repeat(5_000)}{}${']}'.repeat(5_000)}`,
  ) as JsonObject;
  const json = { ...plan({ actions: ['no-op'] }), planned_values: { root_module: modules } };
  assertRefused(json, /nested deeper than/);
});
