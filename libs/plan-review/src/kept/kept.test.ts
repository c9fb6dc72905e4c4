/** `moved` and `removed` blocks say what stays though its address goes, in configurations and in plans. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson, type JsonObject } from '@gatehouse/terraform-json';

import { formatText } from '../reporters/text';
import { review } from '../review';
import { toPlain } from '../say';
import { toSnapshot } from '../snapshot';
import { planOf } from '../testing/plan.fixture';

const waivers = { base: [], today: '2026-01-01' };
const POOL = { name: 'users' };

const stackOf = (resource: JsonObject, more: JsonObject = {}) =>
  toSnapshot(
    parseTerraformJson({ provider: { aws: [{ region: 'us-west-2' }] }, resource, ...more }, 'a'),
  );

const reportOf = (before: JsonObject, after: JsonObject, more: JsonObject) =>
  review({ base: stackOf(before), head: stackOf(after, more), waivers });

const linesOf = ({ resources }: ReturnType<typeof reportOf>): readonly string[] =>
  resources.map(({ action, address, previousAddress = '' }) =>
    `${action} ${address} ${previousAddress}`.trim(),
  );

const group = (pool: string): JsonObject => ({
  staff: { name: 'staff', user_pool_id: `\${aws_cognito_user_pool.${pool}.id}` },
});

test('takes a moved resource for the same, and whatever refers to it for unchanged', () => {
  const report = reportOf(
    { aws_cognito_user_pool: { a: POOL }, aws_cognito_user_group: group('a') },
    { aws_cognito_user_pool: { c: POOL }, aws_cognito_user_group: group('c') },
    {
      moved: [
        { from: 'aws_cognito_user_pool.a', to: 'aws_cognito_user_pool.b' },
        { from: 'aws_cognito_user_pool.b', to: 'aws_cognito_user_pool.c' },
      ],
    },
  );
  assert.deepEqual(linesOf(report), [
    'set moved.aws_cognito_user_pool.b',
    'move aws_cognito_user_pool.c aws_cognito_user_pool.a',
  ]);
  assert.deepEqual(report.findings, []);
  assert.equal(toPlain(report.verdict), 'Nobody gains or loses access');
});

test('shows what changes about a resource that moves, and moves instances by their keys', () => {
  const topics = (names: readonly string[], name: string): JsonObject => ({
    [name]: { for_each: names, name: '${each.key}' },
  });
  const report = reportOf(
    { aws_sns_topic: topics(['x', 'y'], 'a') },
    { aws_sns_topic: { ...topics(['x'], 'b'), y: { name: 'z' } } },
    {
      moved: [
        { from: 'aws_sns_topic.a["y"]', to: 'aws_sns_topic.y' },
        { from: 'aws_sns_topic.a', to: 'aws_sns_topic.b' },
      ],
    },
  );
  assert.deepEqual(linesOf(report), [
    'update aws_sns_topic.y',
    'move aws_sns_topic.b["x"] aws_sns_topic.a["x"]',
    'move aws_sns_topic.y aws_sns_topic.a["y"]',
  ]);
});

test('says nothing moves where base has no such resource', () => {
  const moved = { moved: [{ from: 'aws_sns_topic.x', to: 'aws_sns_topic.b' }] };
  const report = reportOf(
    { aws_sns_topic: { a: { name: 'a' } } },
    { aws_sns_topic: { a: { name: 'a' }, b: { name: 'b' } } },
    moved,
  );
  assert.deepEqual(linesOf(report), ['create aws_sns_topic.b', 'set moved.aws_sns_topic.b']);
});

test('says that Terraform forgets what stays, and finds it where it holds data', () => {
  const before = { aws_cognito_user_pool: { a: POOL }, aws_sns_topic: { t: { name: 't' } } };
  const removed = (destroy: boolean): JsonObject => ({
    removed: ['aws_cognito_user_pool.a', 'aws_sns_topic.t'].map((from) => ({
      from,
      lifecycle: [{ destroy }],
    })),
  });
  const report = reportOf(before, {}, removed(false));
  assert.deepEqual(linesOf(report), ['forget aws_cognito_user_pool.a', 'forget aws_sns_topic.t']);
  assert.match(
    formatText(report),
    /forget aws_sns_topic\.t\n +Terraform forgets it: it stays as it is/,
  );
  assert.deepEqual(
    report.findings.map(({ severity, rule, address }) => `${severity} ${rule} ${address}`),
    [
      'medium resource-stays-managed aws_cognito_user_pool.a',
      'low resource-stays-managed aws_sns_topic.t',
    ],
  );
  const destroyed = reportOf(before, {}, removed(true));
  assert.deepEqual(linesOf(destroyed), [
    'destroy aws_cognito_user_pool.a',
    'destroy aws_sns_topic.t',
  ]);
  assert.ok(destroyed.findings.some(({ rule }) => rule === 'stateful-resource-is-kept'));
});

test('counts what a plan forgets as still there', () => {
  const plan = planOf([
    { address: 'aws_cognito_user_pool.a', actions: ['forget'], before: { name: 'users', id: 'p' } },
    {
      address: 'aws_cognito_user_group.staff',
      actions: ['no-op'],
      before: { name: 'staff', user_pool_id: 'p' },
      after: { name: 'staff', user_pool_id: 'p' },
    },
  ]);
  const report = review({ plan, waivers });
  assert.deepEqual(linesOf(report), ['forget aws_cognito_user_pool.a']);
  assert.deepEqual(
    report.findings.map(({ rule }) => rule),
    ['resource-stays-managed'],
  );
  assert.deepEqual(report.access?.lost, []);
});

test('knows a resource again that a plan has moved', () => {
  const named = (mfa: string): JsonObject => ({ name: 'users', mfa_configuration: mfa });
  const { findings } = review({
    plan: planOf([
      {
        address: 'aws_cognito_user_pool.b',
        previous_address: 'aws_cognito_user_pool.a',
        actions: ['update'],
        before: named('ON'),
        after: named('OFF'),
      },
    ]),
    waivers,
  });
  assert.ok(findings.some(({ rule }) => rule === 'mfa-keeps-strength'));
});
