/**
 * `npm run plans:rules`: writes what the real Terraform plans for every sample of every review rule; with ids behind it, for those
 * rules only. Plans without a sample are dropped.
 */
import { existsSync } from 'node:fs';

import type { JsonObject } from '@gatehouse/terraform-json';

import {
  plannedSamples,
  readRulePlans,
  writeRulePlans,
  type RulePlans,
} from '../synth/review/rule-plans';
import { planOfSample } from './plan-of-sample';

const TIME = '2026-01-01T00:00:00Z';
process.env.GATEHOUSE_STAND_IN_TIME = TIME;

const wanted = process.argv.slice(2);
const before: RulePlans = existsSync('test/fixtures/rule-plans.json.br') ? readRulePlans() : {};
const plans: Record<string, JsonObject> = {};
for (const { rule, key, sample } of plannedSamples()) {
  const kept = before[key];
  const isWanted = wanted.length === 0 || wanted.includes(rule);
  if (kept !== undefined && !isWanted) plans[key] = kept;
  if (!isWanted) continue;
  process.stdout.write(`${key}\n`);
  try {
    plans[key] = { ...planOfSample(sample), timestamp: TIME, relevant_attributes: [] };
  } catch (error) {
    // Terraform takes no such stack: the others are written all the same.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
writeRulePlans(plans);
