import assert from 'node:assert/strict';
import { test } from 'node:test';

import { judge } from './judge';
import { cannotKnow, finding, type Rule, type Verdict } from './rule';
import { say, toPlain } from './say';
import { snapshotOf } from './testing/check-rule';

const rule = (id: string, check: () => Iterable<Verdict>): Rule => ({
  id,
  title: 'A sample',
  severity: 'medium',
  why: 'So.',
  fix: 'Undo it.',
  source: 'Nowhere',
  check,
});

const input = { head: snapshotOf({ aws_x: { a: {} } }), moved: new Map<string, string>() };

test('gives a finding the words of its rule, and its own severity where it has one', () => {
  const [own, byDefault] = judge(
    [rule('r', () => [finding('aws_x.a', ['it is so'], 'low'), finding('aws_x.a', ['it is so'])])],
    input,
  ).findings;
  assert.deepEqual([own?.severity, byDefault?.severity], ['low', 'medium']);
  assert.deepEqual([own?.rule, own?.why, own?.fix], ['r', 'So.', 'Undo it.']);
});

test('keeps what a rule cannot know apart from what it finds', () => {
  const judged = judge([rule('r', () => [cannotKnow('aws_x.a', say`${'a'} is open`)])], input);
  assert.deepEqual(judged.findings, []);
  assert.deepEqual(
    judged.unknown.map(({ rule: id, because }) => [id, toPlain(because)]),
    [['r', '`a` is open']],
  );
});

test('says that a rule failed, and asks the others', () => {
  const broken = rule('broken', () => {
    throw new TypeError('no such thing');
  });
  const sound = rule('sound', () => [finding('aws_x.a', ['it is so'])]);
  const { findings, unknown } = judge([broken, sound], input);
  assert.equal(findings.length, 1);
  assert.deepEqual(
    unknown.map(({ because }) => toPlain(because)),
    ['the rule failed: no such thing'],
  );
});
