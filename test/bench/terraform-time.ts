import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from '../synth/fixture-builds';
import { Workspace, type JsonBody } from '../terraform/workspace';
import { median, type Figure } from './statistics';

const RUNS = 3;

/**
 * The real Terraform with the stand-in, beside Terraform with its built-in provider, which does nothing. Terraform writes its whole
 * state after every object, so that its own time grows with the square of their number: what must grow in proportion is ours.
 */
export function measureTerraform(stack: string): readonly Figure[] {
  const ofOurs = ourStack(stack);
  const [few, many] = [SMALL, SMALL * 4].map(ofSize);
  const growth = (many?.ours ?? Number.NaN) / (few?.ours ?? Number.NaN);
  return [
    figure('terraform plan, our stack', ofOurs.plan, `validate ${seconds(ofOurs.validate)}`, 2),
    figure('terraform apply, our stack', ofOurs.apply, `${ofOurs.objects} objects`, 2.5),
    figure(`terraform apply, ${SMALL}`, few?.whole ?? Number.NaN, few?.baseline ?? '', 4),
    {
      name: `stand-in, ${SMALL * 4} : ${SMALL}`,
      value: `${growth.toFixed(1)} × (${seconds(many?.whole ?? Number.NaN)})`,
      baseline: many?.baseline ?? '',
      goal: '≤ 4.8 × (linear)',
      met: growth <= 4.8,
    },
  ];
}

const SMALL = 500;

/** `ours`: the process's own seconds on a processor, the part that is not Terraform's. */
function ofSize(count: number): { whole: number; ours: number; baseline: string } {
  const { whole, ours } = applySeconds(topics(count));
  const { whole: nothing } = applySeconds(builtIn(count));
  return {
    whole,
    ours,
    baseline: `built-in ${seconds(nothing)}, stand-in's CPU ${seconds(ours)}`,
  };
}

function ourStack(stack: string) {
  const runs = Array.from({ length: RUNS }, () => {
    const workspace = new Workspace();
    workspace.useStack(stack);
    workspace.init();
    return {
      validate: timed(() => workspace.must('validate')),
      plan: timed(() => workspace.must('plan', '-input=false', '-out=plan.tfplan')),
      apply: timed(() => workspace.must('apply', '-input=false', 'plan.tfplan')),
      objects: workspace.idsInStore().length,
    };
  });
  const of = (name: 'validate' | 'plan' | 'apply'): number => median(runs.map((run) => run[name]));
  return {
    validate: of('validate'),
    plan: of('plan'),
    apply: of('apply'),
    objects: runs[0]?.objects ?? 0,
  };
}

function topics(count: number): JsonBody {
  const all = Array.from({ length: count }, (_, n) => [`t${n}`, { name: `topic-${n}` }] as const);
  return { aws_sns_topic: Object.fromEntries(all) };
}

function builtIn(count: number): JsonBody {
  const all = Array.from({ length: count }, (_, n) => [`t${n}`, { input: `topic-${n}` }] as const);
  return { terraform_data: Object.fromEntries(all) };
}

/** Of a saved plan, so that planning is not counted twice. */
function applySeconds(resources: JsonBody): { whole: number; ours: number } {
  const cpuFile = join(temporaryFolder(), 'cpu');
  const workspace = new Workspace({ env: { GATEHOUSE_STAND_IN_CPU: cpuFile } });
  workspace.useResources(resources);
  workspace.init();
  workspace.must('plan', '-input=false', '-out=plan.tfplan');
  rmSync(cpuFile, { force: true });
  const whole = timed(() => workspace.must('apply', '-input=false', 'plan.tfplan'));
  return { whole, ours: cpuSeconds(cpuFile) };
}

/** One line per process that Terraform started. */
function cpuSeconds(file: string): number {
  if (!existsSync(file)) return 0;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.reduce((sum, line) => sum + Number(line), 0);
}

function timed(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return (performance.now() - startedAt) / 1000;
}

function figure(name: string, value: number, baseline: string, goal: number): Figure {
  return { name, value: seconds(value), baseline, goal: `≤ ${goal} s`, met: value <= goal };
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
