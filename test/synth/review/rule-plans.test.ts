/** Every rule, on what the real Terraform planned of its samples (`npm run plans:rules`): the review has nothing but the plan. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { RULES, toPlain, toSnapshot } from '@gatehouse/plan-review';
import { parseTerraformPlan, type JsonObject } from '@gatehouse/terraform-json';

import { plannedSamples, readRulePlans, type PlannedSample } from './rule-plans';

const plans = readRulePlans();

function messagesOf({ rule: id, sample }: PlannedSample, json: JsonObject): readonly string[] {
  const plan = parseTerraformPlan(json, 'plan.json');
  const rule = RULES.find((one) => one.id === id);
  const input = {
    head: toSnapshot(plan.after),
    plan,
    moved: new Map<string, string>(),
    ...(sample.base === null ? {} : { base: toSnapshot(plan.before) }),
  };
  return [...(rule?.check(input) ?? [])].map((verdict) =>
    verdict.kind === 'finding' ? toPlain(verdict.message) : `? ${toPlain(verdict.because)}`,
  );
}

for (const planned of plannedSamples()) {
  const { key, sample, fails } = planned;
  test(`${key}: a plan shows what the syntheses show`, () => {
    const plan = plans[key];
    assert.ok(plan, `no plan of it: npm run plans:rules -- ${planned.rule}`);
    const messages = messagesOf(planned, plan);
    if (!fails) assert.deepEqual(messages, []);
    else assert.notEqual(messages.length, 0);
    for (const message of messages) assert.match(message, sample.says ?? /(?!)/);
  });
}
