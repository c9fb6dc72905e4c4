import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from '../synth/fixture-builds';
import { mustInOneRun } from '../terraform/in-one-run';
import { Workspace, type JsonBody } from '../terraform/workspace';
import { median, type Figure } from './statistics';

const RUNS = 3;

/**
 * The real Terraform with the stand-in, as `npm run deploy:local` runs it, beside Terraform with its built-in provider, which does
 * nothing. Terraform copies its whole state after every object, so that its own time grows with the square of their number: what must
 * grow in proportion is ours.
 */
export async function measureTerraform(stack: string): Promise<readonly Figure[]> {
  const ofOurs = await ourStack(stack);
  const sizes: OfSize[] = [];
  for (const count of [SMALL, SMALL * 2, SMALL * 4]) sizes.push(await ofSize(count, topics));
  const mixed = await ofSize(SMALL, mix);
  return [
    figure('terraform plan, our stack', ofOurs.plan, `validate ${seconds(ofOurs.validate)}`, 2),
    figure('terraform apply, our stack', ofOurs.apply, `${ofOurs.objects} objects`, 2.5),
    figure(
      `terraform apply, ${SMALL} topics`,
      sizes[0]?.whole ?? Number.NaN,
      baseline(sizes[0]),
      4,
    ),
    figure(`terraform apply, ${SMALL} mixed`, mixed.whole, baseline(mixed), 4),
    ...sizes.slice(1).map((size) => growth(size, sizes[0])),
  ];
}

const SMALL = 500;

interface OfSize {
  readonly count: number;
  readonly whole: number;
  /** The provider's own seconds on a processor, the part that is not Terraform's. */
  readonly ours: number;
  readonly builtIn: number;
}

async function ofSize(count: number, resources: (count: number) => JsonBody): Promise<OfSize> {
  const { whole, ours } = await applySeconds(resources(count));
  const { whole: nothing } = await applySeconds(builtIn(count));
  return { count, whole, ours, builtIn: nothing };
}

function baseline(size: OfSize | undefined): string {
  return `built-in ${seconds(size?.builtIn ?? Number.NaN)}, stand-in's CPU ${seconds(size?.ours ?? Number.NaN)}`;
}

/** A fifth more than in proportion is noise. */
const LINEAR = 1.2;

function growth(size: OfSize, small: OfSize | undefined): Figure {
  const times = size.count / SMALL;
  const ratio = (of: (size: OfSize) => number): number =>
    of(size) / (small === undefined ? Number.NaN : of(small));
  const ours = ratio((it) => it.ours);
  const whole = `whole ${ratio((it) => it.whole).toFixed(1)} × (${seconds(size.whole)})`;
  return {
    name: `stand-in, ${size.count} : ${SMALL}`,
    value: `${ours.toFixed(1)} × (${seconds(size.ours)})`,
    baseline: `${whole}, built-in ${ratio((it) => it.builtIn).toFixed(1)} × (${seconds(size.builtIn)})`,
    goal: `≤ ${(times * LINEAR).toFixed(1)} × (linear)`,
    met: ours <= times * LINEAR,
  };
}

async function ourStack(stack: string) {
  const runs: { validate: number; plan: number; apply: number; objects: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const workspace = new Workspace();
    workspace.useStack(stack);
    await mustInOneRun(workspace, 'init', '-input=false');
    runs.push({
      validate: await timed(() => mustInOneRun(workspace, 'validate')),
      plan: await timed(() => mustInOneRun(workspace, ...PLAN)),
      apply: await timed(() => mustInOneRun(workspace, ...APPLY)),
      objects: workspace.idsInStore().length,
    });
  }
  const of = (name: 'validate' | 'plan' | 'apply'): number => median(runs.map((run) => run[name]));
  return {
    validate: of('validate'),
    plan: of('plan'),
    apply: of('apply'),
    objects: runs[0]?.objects ?? 0,
  };
}

const PLAN = ['plan', '-input=false', '-out=plan.tfplan'];
/** Of a saved plan, so that planning is not counted twice. */
const APPLY = ['apply', '-input=false', 'plan.tfplan'];

function topics(count: number): JsonBody {
  const all = Array.from({ length: count }, (_, n) => [`t${n}`, { name: `topic-${n}` }] as const);
  return { aws_sns_topic: Object.fromEntries(all) };
}

/** In the proportions of a stack that grows by routes: each has a log group, a role, a policy in it, and a bucket. */
function mix(count: number): JsonBody {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  const may = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }],
  };
  const each = (to: (n: number) => JsonBody): JsonBody =>
    Object.fromEntries(Array.from({ length: count / 5 }, (_, n) => [`r${n}`, to(n)] as const));
  return {
    aws_iam_role: each((n) => ({ name: `role-${n}`, assume_role_policy: JSON.stringify(trust) })),
    aws_iam_role_policy: each((n) => ({
      name: 'logs',
      role: `\${aws_iam_role.r${n}.id}`,
      policy: JSON.stringify(may),
    })),
    aws_cloudwatch_log_group: each((n) => ({ name: `/r/${n}`, retention_in_days: 14 })),
    aws_s3_bucket: each((n) => ({ bucket: `gatehouse-bench-${n}` })),
    aws_sns_topic: each((n) => ({ name: `topic-${n}` })),
  };
}

function builtIn(count: number): JsonBody {
  const all = Array.from({ length: count }, (_, n) => [`t${n}`, { input: `topic-${n}` }] as const);
  return { terraform_data: Object.fromEntries(all) };
}

async function applySeconds(resources: JsonBody): Promise<{ whole: number; ours: number }> {
  const cpuFile = join(temporaryFolder(), 'cpu');
  const workspace = new Workspace({ env: { GATEHOUSE_STAND_IN_CPU: cpuFile } });
  workspace.useResources(resources);
  await mustInOneRun(workspace, 'init', '-input=false');
  await mustInOneRun(workspace, ...PLAN);
  rmSync(cpuFile, { force: true });
  const whole = await timed(() => mustInOneRun(workspace, ...APPLY));
  return { whole, ours: cpuSeconds(cpuFile) };
}

/** One line per process that Terraform started. */
function cpuSeconds(file: string): number {
  if (!existsSync(file)) return 0;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.reduce((sum, line) => sum + Number(line), 0);
}

async function timed(run: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return (performance.now() - startedAt) / 1000;
}

function figure(name: string, value: number, baseline: string, goal: number): Figure {
  return { name, value: seconds(value), baseline, goal: `≤ ${goal} s`, met: value <= goal };
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
