import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { median, type Figure } from './statistics';

const RUNS = 5;
const LARGE = 50 * 1024 * 1024;

interface Run {
  readonly ms: number;
  readonly kilobytes: number;
}

/** A plan of ours and one of 50 MB, each read, reviewed and told, beside what it takes to parse the same text. */
export function measureReview(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  try {
    const own = ownPlan();
    const [small, large] = [own, enlarged(own)].map((text, index) => {
      const file = join(folder, `plan-${index}.json`);
      writeFileSync(file, text);
      const runs = Array.from({ length: RUNS }, () => runOnce(file));
      return {
        ms: median(runs.map(({ ms }) => ms)),
        megabytes: median(runs.map(({ kilobytes }) => kilobytes)) / 1024,
        parseMs: median(Array.from({ length: RUNS }, () => timeToParse(text))),
      };
    });
    if (small === undefined || large === undefined) throw new Error('nothing was measured');
    return [
      {
        name: 'review of our own plan',
        value: `${Math.round(small.ms)} ms`,
        baseline: `JSON.parse ${small.parseMs.toFixed(1)} ms`,
        goal: '≤ 300 ms',
        met: small.ms <= 300,
      },
      {
        name: 'review of 50 MB',
        value: `${(large.ms / 1000).toFixed(2)} s, ${Math.round(large.megabytes)} MB`,
        baseline: `JSON.parse ${(large.parseMs / 1000).toFixed(2)} s`,
        goal: '≤ 4 s, ≤ 500 MB',
        met: large.ms <= 4_000 && large.megabytes <= 500,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The committed plan of a route that is added (`npm run plans`). */
function ownPlan(): string {
  return gunzipSync(readFileSync('test/fixtures/plans/route-added/plan.json.gz')).toString('utf8');
}

interface PlanJson {
  readonly resource_changes: Named[];
  readonly planned_values: { readonly root_module: { readonly resources: Named[] } };
  readonly prior_state: {
    readonly values: { readonly root_module: { readonly resources: Named[] } };
  };
  readonly configuration: { readonly root_module: { readonly resources: Named[] } };
}

interface Named {
  readonly address: string;
  readonly type: string;
  readonly name: string;
}

/** What a stack has many of. */
const MANY = new Set([
  'aws_cloudwatch_log_group',
  'aws_cloudwatch_metric_alarm',
  'aws_iam_role',
  'aws_s3_object',
  'aws_sns_topic',
]);

/** Our stack, and with it as many more alarms, objects, roles and the like as make 50 MB. */
function enlarged(text: string): string {
  const plan = JSON.parse(text) as PlanJson;
  const lists = [
    plan.resource_changes,
    plan.planned_values.root_module.resources,
    plan.prior_state.values.root_module.resources,
    plan.configuration.root_module.resources,
  ];
  const copied = lists.map((list) => list.filter(({ type }) => MANY.has(type)));
  const perCopy = JSON.stringify(copied).length;
  const copies = Math.ceil((LARGE - text.length) / perCopy);
  for (const [at, list] of lists.entries()) {
    for (let copy = 0; copy < copies; copy += 1) {
      for (const one of copied[at] ?? []) list.push(renamed(one, copy));
    }
  }
  return JSON.stringify(plan);
}

function renamed(resource: Named, copy: number): Named {
  const name = `${resource.name}_${copy}`;
  return { ...resource, name, address: `${resource.type}.${name}` };
}

function runOnce(file: string): Run {
  const args = ['--import=tsx', 'test/bench/review-once.ts', file];
  return JSON.parse(execFileSync('node', args, { encoding: 'utf8' })) as Run;
}

function timeToParse(text: string): number {
  const startedAt = performance.now();
  JSON.parse(text);
  return performance.now() - startedAt;
}
