/**
 * `npm run bench`: figures beside a baseline of the same run. The machine is shared and noisy: ratios and medians mean something,
 * single figures do not. `npm run bench -- ready synth` measures those named.
 */
import { synthesizeBenchStack } from './bench-stack';
import { measureClientWeight } from './client-weight';
import { measurePolicyEvaluation } from './policy-evaluation';
import { measureReady } from './ready';
import { measureReview } from './review-time';
import { measureSignIn } from './sign-in-cost';
import type { Figure } from './statistics';
import { measureSynth } from './synth-time';
import { measureTerraform } from './terraform-time';
import { measureThroughput } from './throughput';

const MEASURES: Readonly<
  Record<string, (stack: string) => Promise<readonly Figure[]> | readonly Figure[]>
> = {
  ready: measureReady,
  throughput: measureThroughput,
  policies: measurePolicyEvaluation,
  'sign-in': measureSignIn,
  client: measureClientWeight,
  synth: measureSynth,
  review: measureReview,
  terraform: measureTerraform,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in MEASURES));
if (unknown !== undefined) {
  console.error(
    `There is no measure ${unknown}. The measures are ${Object.keys(MEASURES).join(', ')}.`,
  );
  process.exit(2);
}

const stack = synthesizeBenchStack();
let allMet = true;
for (const [name, measure] of Object.entries(MEASURES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const figure of await measure(stack)) {
    allMet &&= figure.met;
    console.log(
      `${figure.met ? '✓' : '✕'} ${figure.name.padEnd(26)} ${figure.value.padEnd(22)} ${figure.baseline.padEnd(28)} goal ${figure.goal}`,
    );
  }
}
process.exitCode = allMet ? 0 : 1;
