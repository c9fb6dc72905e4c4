import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from '../../synth/fixture-builds';
import type { Artifacts } from './artifacts';
import { expandAll, holds } from './expressions';
import type { Repository } from './repository';
import type { Environment, Job, Step, Workflow } from './workflow';

/** What a job runs in, and with. */
export interface Runner {
  readonly workflow: Workflow;
  readonly repository: Pick<Repository, 'checkout'>;
  /** The commit that the event is about: checked out where a workflow names no other. */
  readonly commit: string;
  readonly artifacts: Artifacts;
  /** What expressions may name, besides what the job's own steps leave. */
  readonly names: Readonly<Record<string, string>>;
  readonly event?: unknown;
  /** Of the runner itself, and of whatever is played in place of a network. */
  readonly env: NodeJS.ProcessEnv;
}

export interface RanJob {
  /** Where its steps ran. */
  readonly folder: string;
  /** What its steps left, as expressions name it: `steps.base.outputs.sha`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What the job hands to those that need it. */
  readonly handed: Environment;
  /** What the steps printed, and of a failing one its code. */
  readonly said: string;
  /** The step that failed, by its name. */
  readonly failed?: string;
  readonly summary: string;
}

/** Runs the steps of a job in order, as GitHub's runner does, until one fails. */
export async function runJob(job: Job | undefined, runner: Runner): Promise<RanJob> {
  if (job === undefined) throw new Error('there is no such job');
  const files = runnerFiles(runner.event);
  const names = new Map(Object.entries({ ...runner.names, 'runner.temp': files.temp }));
  const jobEnv = expandAll({ ...runner.workflow.env, ...job.env }, names);
  for (const [name, value] of Object.entries(jobEnv)) names.set(`env.${name}`, value);
  const env = { ...process.env, ...files.env, GITHUB_SHA: runner.commit, ...runner.env, ...jobEnv };
  let folder = files.temp;
  let said = '';
  let failed: string | undefined;
  for (const step of job.steps) {
    const id = `steps.${step.id ?? ''}`;
    if (step.if !== undefined && !holds(step.if, names)) {
      names.set(`${id}.outcome`, 'skipped');
      continue;
    }
    const used = useAction(step, expandAll(step.with ?? {}, names), runner, folder);
    folder = used.folder;
    const ran = await runScript(step.run, folder, { ...env, ...expandAll(step.env ?? {}, names) });
    said += ran.said;
    if (ran.status !== 0) {
      failed = step.name ?? step.run ?? step.uses;
      said += `\n${String(failed)} ended with ${String(ran.status)}`;
      break;
    }
    names.set(`${id}.outcome`, 'success');
    for (const [name, value] of [...files.newOutputs(), ...used.outputs])
      names.set(`${id}.outputs.${name}`, value);
  }
  const outputs = Object.fromEntries(
    [...names].filter(([name]) => /^steps\.\w+\.outputs\./.test(name)),
  );
  const handed = expandAll(job.outputs ?? {}, names);
  return { folder, outputs, handed, said, summary: files.summary(), ...(failed && { failed }) };
}

/** What a runner gives the steps of a job to write to. */
function runnerFiles(event: unknown) {
  const temp = temporaryFolder();
  const file = (name: string, content = ''): string => {
    writeFileSync(join(temp, name), content);
    return join(temp, name);
  };
  const env = {
    NODE_TEST_CONTEXT: undefined,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event ?? {})),
    GITHUB_REPOSITORY: 'gatehouse/gatehouse',
  };
  return {
    temp,
    env,
    summary: () => readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'),
    newOutputs: (): readonly (readonly [name: string, value: string])[] => {
      const lines = readFileSync(env.GITHUB_OUTPUT, 'utf8').matchAll(/^(\w+)=(.*)$/gm);
      writeFileSync(env.GITHUB_OUTPUT, '');
      return [...lines].map(([, name = '', value = '']) => [name, value] as const);
    },
  };
}

/** @returns the folder of the steps that follow, and what the action leaves */
function useAction(
  { uses = '', 'continue-on-error': mayFail }: Step,
  given: Environment,
  { artifacts, repository, commit }: Runner,
  folder: string,
): { readonly folder: string; readonly outputs: readonly (readonly [string, string])[] } {
  if (uses.startsWith('actions/checkout@')) {
    const checkout = repository.checkout(given.ref ?? commit);
    if (given.path === undefined) return { folder: checkout, outputs: [] };
    renameSync(checkout, join(folder, given.path));
  }
  const isFound =
    !uses.startsWith('actions/download-artifact@') || artifacts.download(folder, given);
  if (!isFound && mayFail !== true) throw new Error(`there is no artifact ${String(given.name)}`);
  const left = uses.startsWith('actions/upload-artifact@') ? artifacts.upload(folder, given) : {};
  return { folder, outputs: Object.entries(left) };
}

/** The packages are there already, as terraform is. */
async function runScript(script: string | undefined, cwd: string, env: NodeJS.ProcessEnv) {
  if (script === undefined || script.startsWith('npm ci ')) return { status: 0, said: '' };
  const bash = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [bash.stdout, bash.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(bash, 'close')) as [number | null];
  return { status, said };
}
