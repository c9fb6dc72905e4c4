import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

import type { JsonObject } from '@gatehouse/terraform-json';

import { SAMPLES } from './samples';
import type { Sample } from './sample';

const FILE = 'test/fixtures/rule-plans.json.br';

/** Key → the plan of a sample, as `terraform show -json` tells it. */
export type RulePlans = Readonly<Record<string, JsonObject>>;

/** A sample and by what its plan is found. */
export interface PlannedSample {
  readonly rule: string;
  readonly key: string;
  readonly sample: Sample;
  readonly fails: boolean;
}

/** Every sample that can be planned. */
export function plannedSamples(): readonly PlannedSample[] {
  return Object.entries(SAMPLES).flatMap(([rule, { failing, passing }]) =>
    [...failing.map((it) => [it, true] as const), ...passing.map((it) => [it, false] as const)]
      .filter(([sample]) => sample.cannotBePlanned !== true)
      .map(([sample, fails]) => ({ rule, sample, fails, key: `${rule}: ${sample.about}` })),
  );
}

export function readRulePlans(): RulePlans {
  return JSON.parse(brotliDecompressSync(readFileSync(FILE)).toString('utf8')) as RulePlans;
}

/** The plans are much the same, so that a large window makes little of them. */
export function writeRulePlans(plans: RulePlans): void {
  const sorted = Object.fromEntries(Object.entries(plans).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  writeFileSync(FILE, brotliCompressSync(JSON.stringify(sorted), { params }));
}
