/** A plan in which anything may stand anywhere is reviewed or refused in one sentence, and never gets through to a report. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import fc from 'fast-check';

import {
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  matrixPicture,
  review,
} from '@gatehouse/plan-review';
import { parseTerraformPlan, TerraformJsonError, type JsonObject } from '@gatehouse/terraform-json';

const KINDS = [
  'route-opened',
  'everything-new',
  'user-pool-replaced',
  'construct-renamed',
] as const;

const plans = KINDS.map((kind) => {
  const packed = readFileSync(`test/fixtures/plans/${kind}/plan.json.gz`);
  return JSON.parse(gunzipSync(packed).toString('utf8')) as JsonObject;
});

const HOSTILE = '</summary><script>@everyone</script>\u202e`|[x](https://evil.example)\n# x';

/** What is put in the place of a value: any kind of JSON, and what tries to break out. */
const strange = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1e308,
  '',
  '${',
  '${aws_iam_role.gone.arn}',
  '{"Statement":',
  '__proto__',
  HOSTILE,
  [],
  {},
  [null],
  [[[]]],
  { '': {} },
  { __proto__: 1 },
  { constant_value: '${x}' },
);

interface Mutation {
  /** Each chooses among the entries of what has been reached. */
  readonly steps: readonly number[];
  readonly value: unknown;
  readonly removes: boolean;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 9 }),
  value: strange,
  removes: fc.boolean(),
});

/** Changes one value in place, somewhere in the tree. */
function mutate(json: unknown, { steps, value, removes }: Mutation): void {
  let at = json as Record<string, unknown>;
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(keys.length, 1)];
    if (key === undefined) return;
    const below = at[key];
    const isEnd = depth === steps.length - 1 || typeof below !== 'object' || below === null;
    if (!isEnd) at = below as Record<string, unknown>;
    else if (removes && !Array.isArray(at)) return void Reflect.deleteProperty(at, key);
    else return void Reflect.set(at, key, value);
  }
}

test('reviews or refuses whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.nat(plans.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 12 }),
      (index, mutations) => {
        const json = structuredClone(plans[index]) ?? {};
        for (const one of mutations) mutate(json, one);
        try {
          const plan = parseTerraformPlan(json, 'plan.json');
          const report = review({ plan, waivers: { base: [], today: '2026-01-01' } });
          assertHarmless(formatMarkdown(report, { environment: 'dev' }));
          assertHarmless(matrixPicture(report));
          for (const text of [
            formatText(report),
            formatJson(report),
            formatSarif(report, { file: 'x' }),
          ])
            assert.doesNotMatch(text, /\u202e/);
        } catch (error) {
          assert.ok(error instanceof TerraformJsonError, String(error));
          assert.doesNotMatch(error.message, /^\s*$/);
        }
      },
    ),
    { seed: 20261124, numRuns: process.env.GATEHOUSE_LONG === '1' ? 2_000 : 120 },
  );
});

function assertHarmless(text: string): void {
  const bare = text.replace(/`[^`\n]*`/g, '');
  assert.doesNotMatch(bare, /<script|@everyone|https:\/\/evil|\u202e/);
}

test('says what the strangest of names is, everywhere a plan has names', () => {
  const text = JSON.stringify(plans[0]);
  const escaped = JSON.stringify(HOSTILE).slice(1, -1);
  const json = JSON.parse(
    text.replaceAll('gatehouse-dev-member', escaped).replaceAll('Roles_Member_Policy', escaped),
  ) as JsonObject;
  const plan = parseTerraformPlan(json, 'plan.json');
  const report = review({ plan, waivers: { base: [], today: '2026-01-01' } });
  assert.equal(report.access?.gained.length, 1);
  assertHarmless(formatMarkdown(report, { environment: 'dev' }));
});
