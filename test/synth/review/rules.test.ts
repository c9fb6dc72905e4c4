/** Every rule, on stacks that the program of `infra/` has synthesized. `rule-plans.test.ts` does the same on plans. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { RULES, toPlain, toSnapshot, type Rule, type Snapshot } from '@gatehouse/plan-review';
import { parseTerraformJson } from '@gatehouse/terraform-json';

import { makeStack, type Sample, type SampleStack } from './sample';
import { SAMPLES } from './samples';

function snapshot(stack: SampleStack | undefined): Snapshot {
  const file = join(makeStack(stack), 'cdk.tf.json');
  return toSnapshot(parseTerraformJson(readFileSync(file, 'utf8'), 'cdk.tf.json'));
}

function messagesOf(rule: Rule, { base, head }: Sample): readonly string[] {
  const input = {
    head: snapshot(head),
    moved: new Map<string, string>(),
    ...(base === null ? {} : { base: snapshot(base) }),
  };
  return [...rule.check(input)].map((verdict) =>
    verdict.kind === 'finding' ? toPlain(verdict.message) : `? ${toPlain(verdict.because)}`,
  );
}

test('every rule has an id of its own, and samples; and there is no sample without a rule', () => {
  const ids = RULES.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(Object.keys(SAMPLES).toSorted(), ids.toSorted());
});

for (const rule of RULES) {
  const { failing = [], passing = [] } = SAMPLES[rule.id] ?? {};

  test(`${rule.id}: says why, what to do and where it is written, and has both kinds of samples`, () => {
    for (const text of [rule.title, rule.why, rule.fix, rule.source]) assert.ok(text.length > 10);
    assert.ok(failing.length > 0 && passing.length > 0);
  });

  for (const sample of failing) {
    if (sample.needsPlan === true) continue;
    test(`${rule.id}: reports ${sample.about}`, () => {
      const messages = messagesOf(rule, sample);
      assert.notEqual(messages.length, 0);
      for (const message of messages) assert.match(message, sample.says ?? /(?!)/);
    });
  }

  for (const sample of passing) {
    if (sample.needsPlan === true) continue;
    test(`${rule.id}: lets pass ${sample.about}`, () => {
      assert.deepEqual(messagesOf(rule, sample), []);
    });
  }
}
