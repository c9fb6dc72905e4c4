/** With a plan beside two configurations, the plan is what will happen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { review, type ReviewRequest } from '../review';
import { toPlain } from '../say';
import { snapshotOf, type Resources } from '../testing/check-rule';
import { planOf } from '../testing/plan.fixture';

const report = (request: Omit<ReviewRequest, 'waivers'>) =>
  review({ ...request, waivers: { base: [], today: '2026-01-01' } });

const POLICY = 'aws_iam_role_policy.p';
const policyOf = (Action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: 'a' }],
  });
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
  ],
});

const roleWith = (Action: string): Resources => ({
  aws_iam_role: { r: { name: 'r', assume_role_policy: TRUST } },
  aws_iam_role_policy: {
    p: {
      name: 'p',
      role: 'r',
      policy: policyOf(Action),
      '//': { metadata: { path: 'dev/Role/Policy' } },
    },
  },
});

/** From one action to another. */
const policyPlan = (was: string, is: string) =>
  planOf([
    {
      address: 'aws_iam_role.r',
      actions: ['no-op'],
      before: { name: 'r', assume_role_policy: TRUST, id: 'r', unique_id: 'AROA1' },
      after: { name: 'r', assume_role_policy: TRUST, id: 'r', unique_id: 'AROA1' },
    },
    {
      address: POLICY,
      actions: was === is ? ['no-op'] : ['update'],
      before: { name: 'p', role: 'r', policy: policyOf(was) },
      after: { name: 'p', role: 'r', policy: policyOf(is) },
    },
  ]);

test('judges what is planned, whatever the configurations beside it differ in, and says so first', () => {
  const same = snapshotOf(roleWith('s3:GetObject'));
  const { findings, verdict, differing } = report({
    base: same,
    head: same,
    plan: policyPlan('s3:GetObject', '*'),
  });
  assert.deepEqual(
    findings.map(({ rule, address, construct }) => [rule, address, construct]),
    [
      ['grant-stays-narrow', POLICY, 'dev/Role/Policy'],
      ['function-role-stays-narrow', 'aws_iam_role.r', undefined],
    ],
  );
  assert.deepEqual(differing.map(toPlain), [
    `The plan changes more than these two configurations differ in: \`${POLICY}\``,
  ]);
  assert.match(
    toPlain(verdict),
    /^The plan changes more than .*`\. Nobody gains or loses access; critical: /,
  );
});

test('says nothing of a difference where the plan is that of the two configurations', () => {
  const { differing } = report({
    base: snapshotOf(roleWith('s3:GetObject')),
    head: snapshotOf(roleWith('s3:PutObject')),
    plan: policyPlan('s3:GetObject', 's3:PutObject'),
  });
  assert.deepEqual(differing, []);
});

test('says what the configurations differ in and the plan does not change', () => {
  const { differing, isSilent, findings } = report({
    base: snapshotOf(roleWith('s3:GetObject')),
    head: snapshotOf(roleWith('*')),
    plan: policyPlan('*', '*'),
  });
  assert.deepEqual(differing.map(toPlain), [
    `These two configurations differ in what the plan does not change: \`${POLICY}\``,
  ]);
  assert.equal(isSilent, false);
  assert.deepEqual(findings, []);
});

test('takes from the configuration where that comes from which only apply will tell', () => {
  const written: Resources = {
    ...roleWith('s3:GetObject'),
    aws_iam_role_policy: {
      p: { name: 'p', role: '${aws_iam_role.r.name}', policy: policyOf('*') },
    },
  };
  const plan = planOf(
    [
      {
        address: 'aws_iam_role.r',
        actions: ['create'],
        after: { name: 'r', assume_role_policy: TRUST },
        after_unknown: { id: true },
      },
      {
        address: POLICY,
        actions: ['create'],
        after: { name: 'p', policy: policyOf('*') },
        after_unknown: { role: true },
      },
    ],
    {
      configuration: {
        provider_config: { aws: { expressions: { region: { constant_value: 'us-west-2' } } } },
        root_module: {
          resources: [
            { address: POLICY, expressions: { role: { references: ['aws_iam_role.r.name'] } } },
          ],
        },
      },
    },
  );
  const rules = (request: Omit<ReviewRequest, 'waivers'>): readonly string[] =>
    report(request).findings.map(({ rule, address }) => `${rule} ${address}`);
  assert.deepEqual(rules({ plan, head: snapshotOf(written) }), [`grant-stays-narrow ${POLICY}`]);
  assert.ok(rules({ plan }).some((one) => one.startsWith('access-is-compared')));
});

test('takes for a change of the configurations what only follows from it', () => {
  const stack = (value: string): Resources => ({
    aws_api_gateway_api_key: { key: { name: value } },
    aws_api_gateway_usage_plan_key: {
      member: { key_id: '${aws_api_gateway_api_key.key.id}', key_type: 'API_KEY' },
    },
    aws_sns_topic: { t: { name: 't' } },
  });
  const replaced = (address: string, key: string, was: string) => ({
    address,
    actions: ['delete', 'create'],
    before: { [key]: was },
    after: {},
    after_unknown: { [key]: true },
    replace_paths: [[key]],
  });
  const { differing } = report({
    base: snapshotOf(stack('a')),
    head: snapshotOf(stack('b')),
    plan: planOf([
      replaced('aws_api_gateway_api_key.key', 'id', 'a1'),
      replaced('aws_api_gateway_usage_plan_key.member', 'key_id', 'a1'),
      {
        address: 'aws_sns_topic.t',
        actions: ['update'],
        before: { name: 'x' },
        after: { name: 't' },
      },
    ]),
  });
  assert.deepEqual(differing.map(toPlain), [
    'The plan changes more than these two configurations differ in: `aws_sns_topic.t`',
  ]);
});

test('says nothing of a difference before the first apply: the verdict says that everything is new', () => {
  const { differing } = report({
    base: snapshotOf(roleWith('s3:GetObject')),
    head: snapshotOf(roleWith('s3:GetObject')),
    plan: planOf([{ address: 'aws_iam_role.r', actions: ['create'], after: { name: 'r' } }]),
  });
  assert.deepEqual(differing, []);
});
