/** What is not known is said, and never taken for "nothing", "no more" or "as it was". */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformPlan } from '@gatehouse/terraform-json';

import { review, type ReviewRequest } from './review';
import { toPlain } from './say';
import { snapshotOf } from './testing/check-rule';
import { planJson, planOf } from './testing/plan.fixture';

const report = (request: Omit<ReviewRequest, 'waivers'>) =>
  review({ ...request, waivers: { base: [], today: '2026-01-01' } });

const unknownIn = ({ unknown }: ReturnType<typeof report>): readonly string[] =>
  unknown.map(({ address, because }) => `${address}: ${toPlain(because)}`);

const verdictOf = ({ verdict }: ReturnType<typeof report>): string => toPlain(verdict);

const document = (principal: object, action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, ...principal }],
  });
const ROLE = {
  name: 'r',
  id: 'r',
  assume_role_policy: document(
    { Principal: { Service: 'lambda.amazonaws.com' } },
    'sts:AssumeRole',
  ),
};
const POLICY = { name: 'p', role: 'r', policy: document({ Resource: '*' }, 'logs:PutLogEvents') };

/** A policy of which only apply will tell what it says. */
const policyNotKnown = () =>
  planOf(
    [
      { address: 'aws_iam_role.r', actions: ['no-op'], before: ROLE, after: ROLE },
      {
        address: 'aws_iam_role_policy.p',
        actions: ['update'],
        before: POLICY,
        after: { name: 'p', role: 'r' },
        after_unknown: { policy: true },
      },
    ],
    {
      configuration: {
        root_module: {
          resources: [
            {
              address: 'aws_iam_role_policy.p',
              expressions: { policy: { references: ['data.http.policy.body'] } },
            },
          ],
        },
      },
    },
  );

test('names what may decide, and of which only apply will tell', () => {
  const told = report({ plan: policyNotKnown() });
  assert.ok(
    unknownIn(told).includes(
      'aws_iam_role_policy.p: what `policy` will be: comes from data.http.policy.body, known after apply',
    ),
    unknownIn(told).join('\n'),
  );
  assert.match(verdictOf(told), /^Nobody gains or loses access, as far as it could be compared/);
});

test('does not take a policy that is not known for one that grants nothing', () => {
  const told = report({ plan: policyNotKnown() });
  assert.ok(!told.findings.some(({ rule }) => rule === 'function-keeps-its-logs'));
  assert.ok(unknownIn(told).some((one) => one.startsWith('aws_iam_role.r: whether it may still')));
});

test('never says that nothing changes where something is not known', () => {
  const deferred = [{ reason: 'absent_prereq', resource_change: { address: 'aws_iam_role.x' } }];
  for (const more of [{ complete: false }, { deferred_changes: deferred }]) {
    const told = report({ plan: planOf([], more) });
    assert.equal(verdictOf(told), 'Nobody gains or loses access, as far as it could be compared');
    assert.equal(told.isSilent, false);
  }
});

test('says before all else that a plan is only a part of one', () => {
  assert.match(
    verdictOf(report({ plan: planOf([], { errored: true }) })),
    /^Terraform stopped on the way, and this is a part of a plan\. Nobody gains/,
  );
});

test('reads what will be from the changes where a plan has it nowhere else', () => {
  const {
    planned_values: _planned,
    prior_state: _prior,
    ...json
  } = planJson([
    { address: 'aws_iam_role.r', actions: ['no-op'], before: ROLE, after: ROLE },
    {
      address: 'aws_sns_topic.t',
      actions: ['update'],
      before: { name: 'a' },
      after: { name: 'b' },
    },
  ]);
  const told = report({ plan: parseTerraformPlan(json, 'plan.json') });
  assert.equal(verdictOf(told), 'Nobody gains or loses access');
  assert.deepEqual(told.findings, []);
});

test('shows what somebody has changed by hand, and the plan leaves so', () => {
  const drifted = {
    address: 'aws_iam_role.r',
    mode: 'managed',
    type: 'aws_iam_role',
    name: 'r',
    change: { actions: ['update'], before: { path: '/' }, after: { path: '/x/' } },
  };
  const told = report({ plan: planOf([], { resource_drift: [drifted] }) });
  assert.deepEqual(
    told.resources.map(({ action, address, attributes }) => [action, address, attributes]),
    [['drift', 'aws_iam_role.r', [{ path: 'path', before: '/', after: '/x/' }]]],
  );
  assert.equal(told.isSilent, false);
});

test('says of what Terraform ignores that it stays, whatever the configurations say', () => {
  const with_ = (policy: string, ignored: readonly string[]) =>
    snapshotOf({
      aws_sns_topic: { t: { name: 't', policy, lifecycle: { ignore_changes: ignored } } },
    });
  const told = report({ base: with_('a', ['policy']), head: with_('b', ['policy']) });
  assert.deepEqual(unknownIn(told), [
    'aws_sns_topic.t: `policy` is another one, and Terraform ignores changes of it: what is there stays as it is',
  ]);
  assert.match(verdictOf(told), /as far as it could be compared/);
  assert.deepEqual(
    unknownIn(report({ base: with_('a', ['name']), head: with_('b', ['name']) })),
    [],
  );
});
