import assert from 'node:assert/strict';
import { test } from 'node:test';

import { planOf, type PlannedChange } from '../testing/plan.fixture';
import { movedIn, renamesInPlan } from './find-renames';
import { moveText } from './resource-entry';
import { summarizePlan } from './summarize-plan';

function summary(...changes: readonly PlannedChange[]) {
  const plan = planOf(changes);
  return summarizePlan(plan, { renames: renamesInPlan(plan), constructOf: () => undefined });
}

const lines = (...changes: readonly PlannedChange[]): readonly string[] =>
  summary(...changes).map(
    ({ action, address, foldedBecause }) =>
      `${action} ${address}${foldedBecause === undefined ? '' : ` (${foldedBecause})`}`,
  );

const change = (
  address: string,
  actions: readonly string[],
  more: Partial<PlannedChange> = {},
) => ({
  address,
  actions,
  ...more,
});

test('puts what is destroyed first, then what is replaced, and leaves out what stays', () => {
  assert.deepEqual(
    lines(
      change('aws_x.a', ['create'], { after: { name: 'a' } }),
      change('aws_x.b', ['no-op']),
      change('aws_x.c', ['update'], { before: { name: 'c' }, after: { name: 'd' } }),
      change('aws_x.d', ['create', 'delete']),
      change('aws_x.e', ['delete'], { before: { name: 'e' } }),
      change('aws_x.f', ['renew']),
    ),
    ['destroy aws_x.e', 'replace aws_x.d', 'unknown aws_x.f', 'create aws_x.a', 'update aws_x.c'],
  );
});

test('names what forces a replacement', () => {
  const [entry] = summary(
    change('aws_x.a', ['delete', 'create'], { replace_paths: [['name'], ['rule', 0, 'id']] }),
  );
  assert.deepEqual(entry?.forcedBy, ['name', 'rule[0].id']);
});

const topic = (name: string): Partial<PlannedChange> => ({
  after: { name, policy: null, region: 'us-west-2' },
  after_unknown: { arn: true },
});
const old = (name: string): Partial<PlannedChange> => ({
  before: { name, policy: '', region: 'us-west-2', arn: 'arn' },
});

test('knows a rename: one that goes, one that comes, with the same arguments', () => {
  const entries = summary(
    change('aws_x.old', ['delete'], old('alarms')),
    change('aws_x.new', ['create'], topic('alarms')),
  );
  assert.deepEqual(
    entries.map(({ action, address, previousAddress }) => [action, address, previousAddress]),
    [['rename', 'aws_x.new', 'aws_x.old']],
  );
  const [entry] = entries;
  assert.deepEqual(entry && moveText(entry), {
    terraform: 'moved { from = aws_x.old, to = aws_x.new }',
    cdktf: 'moveFromId("aws_x.old")',
  });
});

test('takes nothing for a rename that might be something else', () => {
  const both = ['destroy aws_x.old', 'create aws_x.new'];
  const made = change('aws_x.new', ['create'], topic('alarms'));
  assert.deepEqual(lines(change('aws_x.old', ['delete'], old('other')), made), both);
  const nothingTold = { before: { region: 'r' } };
  assert.deepEqual(
    lines(
      change('aws_x.old', ['delete'], nothingTold),
      change('aws_x.new', ['create'], { after: { region: 'r' } }),
    ),
    both,
  );
  assert.deepEqual(
    lines(
      change('aws_x.old', ['delete'], old('alarms')),
      change('aws_x.older', ['delete'], old('alarms')),
      made,
    ),
    ['destroy aws_x.old', 'destroy aws_x.older', 'create aws_x.new'],
  );
});

test('knows a moved block', () => {
  const moved = change('aws_x.new', ['no-op'], { previous_address: 'aws_x.old' });
  assert.deepEqual(lines(moved), ['move aws_x.new']);
  assert.deepEqual([...movedIn(planOf([moved]))], [['aws_x.new', 'aws_x.old']]);
});

test('folds known noise with its reason', () => {
  const update = (address: string, before: object, after: object, unknown: object = {}) =>
    change(address, ['update'], {
      before,
      after,
      after_unknown: unknown,
    } as Partial<PlannedChange>);
  assert.deepEqual(
    lines(
      update('aws_x.a', { tags: { a: '1' } }, { tags: { a: '2' }, tags_all: { a: '2' } }),
      update('aws_x.b', { etag: '1' }, {}, { etag: true }),
      update('aws_x.c', { policy: '{"a":[1]}' }, { policy: '{ "a": [1] }' }),
      change('aws_s3_object.d', ['create'], { after: { key: 'd', source: 'd.js' } }),
      change('data.x.e', ['read']),
    ),
    [
      'create aws_s3_object.d (a file of the website)',
      'update aws_x.a (only tags change)',
      'update aws_x.b (only what AWS tells anew changes)',
      'update aws_x.c (the same document, written differently)',
      'read data.x.e (Terraform only reads it)',
    ],
  );
});

test('never folds a destruction, nor a text that somebody wrote', () => {
  const file = { key: 'd', source: 'd.js' };
  assert.deepEqual(
    lines(
      change('aws_s3_object.a', ['delete'], { before: file }),
      change('aws_s3_object.b', ['delete', 'create'], { before: file, after: file }),
      change('aws_s3_object.c', ['create'], { after: { key: 'config.json', content: '{}' } }),
      change('aws_x.d', ['delete', 'create'], { before: { tags: 1 }, after: { tags: 2 } }),
    ),
    [
      'destroy aws_s3_object.a',
      'replace aws_s3_object.b',
      'replace aws_x.d',
      'create aws_s3_object.c',
    ],
  );
});

test('shows attributes down to the one that changes, and masks secrets', () => {
  const [entry] = summary(
    change('aws_x.a', ['update'], {
      before: { rule: [{ rate: 1, on: true }], list: ['a'], password: 'p', gone: 'x' },
      after: { rule: [{ rate: 2, on: true }], list: ['a', 'b'], password: 'q', gone: null },
      after_unknown: { id: true, rule: [{}] },
    }),
  );
  assert.deepEqual(
    entry?.attributes.map(({ path, before, after }) => `${path}: ${before} → ${after}`),
    [
      'rule[0].rate: 1 → 2',
      'list: ["a"] → ["a","b"]',
      'password: (sensitive) → (sensitive)',
      'gone: x → (not set)',
      'id: (not set) → (known after apply)',
    ],
  );
});
