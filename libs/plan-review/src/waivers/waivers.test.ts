import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Finding } from '../finding';
import { toPlain } from '../say';
import { applyWaivers as apply, type WaiverInput } from './apply-waivers';
import { parseWaivers } from './parse-waivers';
import { WaiverError, type Waiver } from './waiver';

const WAIVER: Waiver = {
  rule: 'a-rule',
  address: 'aws_x.a',
  reason: 'It is a demonstration.',
  owner: 'the platform team',
  expires: '2026-06-30',
};
const FINDING: Finding = {
  rule: 'a-rule',
  severity: 'high',
  address: 'aws_x.a',
  message: ['it is open'],
  why: 'So.',
  fix: 'Close it.',
};

const applyWaivers = (
  findings: readonly Finding[],
  input: WaiverInput,
  standing: readonly Finding[] = [],
) => apply(findings, input, () => standing);

const shown = ({ severity, rule, message }: Finding): string =>
  `${severity} ${rule}: ${toPlain(message)}`;

test('takes out what is waived, up to the last day', () => {
  for (const today of ['2026-01-01', '2026-06-30']) {
    const { findings, waived } = applyWaivers([FINDING], { base: [WAIVER], today });
    assert.deepEqual(findings, []);
    assert.deepEqual(waived, [{ finding: FINDING, waiver: WAIVER }]);
  }
});

test('counts a finding again when its waiver is over, and says so', () => {
  const { findings, waived } = applyWaivers([FINDING], { base: [WAIVER], today: '2026-07-01' });
  assert.deepEqual(findings.map(shown), [
    'high a-rule: it is open',
    'medium waiver-is-in-force: the waiver of `a-rule` by `the platform team` is over since `2026-06-30`',
  ]);
  assert.deepEqual(waived, []);
});

test('reports a waiver that waives nothing', () => {
  const other = { ...FINDING, address: 'aws_x.b' };
  const { findings } = applyWaivers([other], { base: [WAIVER], today: '2026-01-01' });
  assert.deepEqual(findings.map(shown), [
    'high a-rule: it is open',
    'info waiver-is-used: the waiver of `a-rule` by `the platform team` waives nothing',
  ]);
});

test('reports a waiver that the change itself brings, and does not let it count', () => {
  const head = [{ ...WAIVER, expires: '2027-01-01' }];
  for (const base of [[], [{ ...WAIVER, address: 'aws_x.z' }]]) {
    const { findings, waived } = applyWaivers([FINDING], { base, head, today: '2026-01-01' });
    assert.ok(findings.some(({ rule }) => rule === 'a-rule'));
    assert.ok(
      findings.some(
        ({ rule, severity }) => rule === 'waiver-is-reviewed-alone' && severity === 'high',
      ),
    );
    assert.deepEqual(waived, []);
  }
});

test('takes a waiver for used whose finding is in the stack still, though this change did not bring it', () => {
  const input = { base: [WAIVER], today: '2026-01-01' };
  assert.deepEqual(applyWaivers([], input, [FINDING]).findings, []);
  assert.equal(applyWaivers([], input, [{ ...FINDING, address: 'aws_x.b' }]).findings.length, 1);
});

test('shows a waiver that comes by itself, and does not warn of it', () => {
  const { findings } = applyWaivers([], { base: [], head: [WAIVER], today: '2026-01-01' });
  assert.deepEqual(findings.map(shown), [
    'info waiver-is-reviewed-alone: this change brings a waiver of `a-rule` along, by `the platform team`: `It is a demonstration.`',
  ]);
});

test('says nothing of waivers that head has as base has them, or no more', () => {
  for (const head of [[WAIVER], []]) {
    const { findings } = applyWaivers([FINDING], { base: [WAIVER], head, today: '2026-01-01' });
    assert.deepEqual(findings, []);
  }
});

test('reads a file of waivers', () => {
  assert.deepEqual(parseWaivers(JSON.stringify({ waivers: [WAIVER] }), 'w.json'), [WAIVER]);
  assert.deepEqual(parseWaivers('{"waivers":[]}', 'w.json'), []);
});

const WRONG: readonly (readonly [string, RegExp])[] = [
  ['{', /^w\.json is not JSON/],
  ['[]', /^w\.json must be an object/],
  ['{}', /waivers must be a list/],
  ['{"waivers":[],"all":true}', /has "all", which no waiver has/],
  ['{"waivers":[1]}', /waivers\[0\] must be an object/],
  [JSON.stringify({ waivers: [{ ...WAIVER, owner: ' ' }] }), /waivers\[0\]\.owner must be text/],
  [JSON.stringify({ waivers: [{ ...WAIVER, rule: undefined }] }), /\.rule must be text/],
  [JSON.stringify({ waivers: [{ ...WAIVER, extra: 1 }] }), /has "extra"/],
  [JSON.stringify({ waivers: [{ ...WAIVER, expires: 'never' }] }), /expires must be a day/],
  [JSON.stringify({ waivers: [{ ...WAIVER, expires: '2026-02-30' }] }), /expires must be a day/],
  [JSON.stringify({ waivers: Array(1_001).fill(WAIVER) }), /1000 are the most/],
];

for (const [text, message] of WRONG) {
  test(`refuses ${text.slice(0, 60)}`, () => {
    assert.throws(
      () => parseWaivers(text, 'w.json'),
      (error) => error instanceof WaiverError && message.test(error.message),
    );
  });
}
