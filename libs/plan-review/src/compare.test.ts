import assert from 'node:assert/strict';
import { test } from 'node:test';

import { introduced } from './compare';
import { trustStaysNarrow } from './rules/trust-stays-narrow';
import { about, finding, type RuleFinding } from './rule';
import { toPlain } from './say';
import type { Snapshot } from './snapshot';
import { snapshotOf, verdictsOf, type Resources } from './testing/check-rule';

const ROOT = 'arn:aws:iam::210987654321:root';

function roleTrusting(...statements: readonly object[]): Resources {
  const whole = statements.map((one) => ({
    Effect: 'Allow',
    Principal: { AWS: ROOT },
    Action: 'sts:AssumeRole',
    ...one,
  }));
  const assume_role_policy = JSON.stringify({ Version: '2012-10-17', Statement: whole });
  return { aws_iam_role: { partner: { name: 'partner', assume_role_policy } } };
}

const WITH_ID = { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } };

test('the same words about a statement that lost its condition are news', () => {
  const says = [`aws_iam_role.partner: \`${ROOT}\` may become the role`];
  const changes: readonly (readonly [Resources, Resources, readonly string[]])[] = [
    [roleTrusting(WITH_ID), roleTrusting({}), says],
    [roleTrusting(WITH_ID), roleTrusting(WITH_ID), []],
    [roleTrusting({}), roleTrusting(WITH_ID), []],
    [roleTrusting({ Effect: 'Deny' }), roleTrusting({}), says],
  ];
  for (const [base, head, expected] of changes)
    assert.deepEqual(verdictsOf(trustStaysNarrow, base, head), expected);
});

test('the same words about no statement are no news', () => {
  const [base, head] = [snapshotOf({}), snapshotOf({})];
  const [statement] = [{ effect: 'Allow', actions: STAR, conditions: [] }] as const;
  const saying = (found: (word: string) => RuleFinding) =>
    function* ({ graph }: Snapshot) {
      yield found(graph === head.graph ? 'is' : 'was');
      yield finding('aws_x.y', ['it is as it was']);
    };
  const input = { base, head, moved: new Map<string, string>() };
  const wordsOf = (judge: ReturnType<typeof saying>): readonly string[] =>
    [...introduced(input, judge)].map((one) =>
      one.kind === 'finding' ? toPlain(one.message) : '',
    );
  assert.deepEqual(wordsOf(saying((word) => finding('aws_x.y', [word]))), ['is']);
  assert.deepEqual(wordsOf(saying(() => about(statement, finding('aws_x.y', ['same'])))), []);
});

const STAR = { negated: false, patterns: ['*'] };
