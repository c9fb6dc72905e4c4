import assert from 'node:assert/strict';
import { test } from 'node:test';

import { review, type ReviewRequest } from './review';
import { toPlain } from './say';
import { snapshotOf, type Resources } from './testing/check-rule';
import { planOf } from './testing/plan.fixture';

const waivers = { base: [], today: '2026-01-01' };

const report = (request: Omit<ReviewRequest, 'waivers'>) => review({ ...request, waivers });

const topic = (name: string): Resources => ({ aws_sns_topic: { [name]: { name: 'alarms' } } });

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});

/** A role of which nobody can say whom it trusts. */
const ODD: Resources = { aws_iam_role: { odd: { name: 'odd' } } };

test('says that access was compared in part only, and goes on with the rest', () => {
  const { verdict, findings, isSilent } = report({
    base: snapshotOf(topic('a')),
    head: snapshotOf(ODD),
  });
  assert.match(
    toPlain(verdict),
    /^Nobody gains or loses access, as far as it could be compared; high: /,
  );
  assert.deepEqual(
    findings.map(({ severity, rule, address, message }) => [
      severity,
      rule,
      address,
      toPlain(message),
    ]),
    [
      [
        'high',
        'access-is-compared',
        'aws_iam_role.odd',
        'access was compared without `assume_role_policy`: aws_iam_role.odd.assume_role_policy is missing. Set it.',
      ],
    ],
  );
  assert.equal(isSilent, false);
});

test('says nothing again of what was not understood before either, and is as it was', () => {
  const told = (base: Resources, head: Resources): readonly string[] =>
    report({ base: snapshotOf(base), head: snapshotOf(head) }).findings.map(({ rule }) => rule);
  const withPath: Resources = { aws_iam_role: { odd: { name: 'odd', path: '/x/' } } };
  assert.deepEqual(told(ODD, { ...ODD, ...topic('a') }), []);
  assert.deepEqual(told(ODD, withPath), ['access-is-compared']);
});

test('is silent when nothing changes, and only then', () => {
  const base = snapshotOf(topic('a'));
  assert.equal(report({ base, head: snapshotOf(topic('a')) }).isSilent, true);
  const renamed = report({ base, head: snapshotOf(topic('b')) });
  assert.equal(renamed.isSilent, false);
  assert.equal(
    toPlain(renamed.verdict),
    'Nobody gains or loses access; 1 resource is destroyed or replaced',
  );
});

test('is silent where what cannot be known is as it was', () => {
  const managed: Resources = {
    aws_iam_role: { fn: { name: 'fn', assume_role_policy: TRUST } },
    aws_iam_role_policy_attachment: {
      fn: {
        role: 'fn',
        policy_arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      },
    },
  };
  const same = report({ base: snapshotOf(managed), head: snapshotOf(managed) });
  assert.ok(same.unknown.length > 0);
  assert.deepEqual([toPlain(same.verdict), same.isSilent], ['Nothing changes', true]);
  const more = report({
    base: snapshotOf(managed),
    head: snapshotOf({ ...managed, ...topic('a') }),
  });
  assert.deepEqual(
    [toPlain(more.verdict), more.isSilent],
    ['Nobody gains or loses access, as far as it could be compared', false],
  );
});

test('knows between two configurations what was only renamed', () => {
  const { resources } = report({ base: snapshotOf(topic('a')), head: snapshotOf(topic('b')) });
  assert.deepEqual(
    resources.map(({ action, address, previousAddress }) => [action, address, previousAddress]),
    [['rename', 'aws_sns_topic.b', 'aws_sns_topic.a']],
  );
});

test('tells between two configurations what comes, changes and goes', () => {
  const { resources } = report({
    base: snapshotOf({ aws_sns_topic: { a: { name: 'a' }, b: { name: 'b' } } }),
    head: snapshotOf({
      aws_sns_topic: { b: { name: 'c' } },
      aws_s3_bucket: { n: { bucket: 'n' } },
    }),
  });
  assert.deepEqual(
    resources.map(({ action, address }) => `${action} ${address}`),
    ['destroy aws_sns_topic.a', 'create aws_s3_bucket.n', 'update aws_sns_topic.b'],
  );
  assert.deepEqual(resources[2]?.attributes, [{ path: 'name', before: 'b', after: 'c' }]);
});

test('says what a review of a plan alone, or of two stacks alone, can never know', () => {
  const words = (request: Omit<ReviewRequest, 'waivers'>): string =>
    report(request).basis.map(toPlain).join();
  const [base, head, plan] = [snapshotOf(topic('a')), snapshotOf(topic('a')), planOf([])];
  assert.match(words({ plan }), /^Only the plan was reviewed/);
  assert.match(words({ base, head }), /^No plan was given/);
  assert.equal(words({ base, head, plan }), '');
});

test('takes construct names from the stacks and what happens from the plan', () => {
  const named = {
    aws_sns_topic: { a: { name: 'a', '//': { metadata: { path: 'dev/Alarms/A' } } } },
  };
  const change = {
    address: 'aws_sns_topic.a',
    actions: ['delete', 'create'],
    before: {},
    after: {},
  };
  const { resources } = report({
    base: snapshotOf(named),
    head: snapshotOf(named),
    plan: planOf([change]),
  });
  assert.deepEqual(
    resources.map(({ action, construct }) => [action, construct]),
    [['replace', 'dev/Alarms/A']],
  );
});

test('tells a move to another region once', () => {
  const base = snapshotOf(topic('a'));
  const head = snapshotOf(topic('a'), 'eu-west-1');
  const { findings } = report({ base, head });
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['stack-keeps-its-region'],
  );
});

test('says what Terraform itself left open', () => {
  const plan = planOf([{ address: 'aws_x.a', actions: ['renew'] }], {
    complete: false,
    deferred_changes: [{ reason: 'absent_prereq', resource_change: { address: 'aws_x.b' } }],
  });
  const words = report({ plan }).unknown.map(
    ({ address, because }) => `${address}: ${toPlain(because)}`,
  );
  assert.deepEqual(words, [
    ': another plan will be needed after this one is applied',
    'aws_x.a: Terraform will do something that this review does not know',
    'aws_x.b: Terraform has put it off: `absent_prereq`',
  ]);
  const failed = report({ plan: planOf([], { errored: true }) });
  assert.match(failed.unknown.map(({ because }) => toPlain(because)).join(), /a part of a plan/);
});

test('needs something to review', () => {
  assert.throws(() => report({}), RangeError);
});
