import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from '../../synth/fixture-builds';
import type { Artifacts } from './artifacts';
import type { Repository } from './repository';
import type { Environment, Job, Step, Workflow } from './workflow';

/** What a job runs in, and with. */
export interface Runner {
  readonly workflow: Workflow;
  readonly repository: Pick<Repository, 'checkout'>;
  /** The commit that the event is about: checked out where a workflow names no other. */
  readonly commit: string;
  readonly artifacts: Artifacts;
  /** What stands between `${{` and `}}` → its value: each has to be here. */
  readonly expressions: Readonly<Record<string, string>>;
  readonly event?: unknown;
  /** Of the runner itself, and of whatever is played in place of a network. */
  readonly env: NodeJS.ProcessEnv;
}

export interface RanJob {
  /** Where its steps ran. */
  readonly folder: string;
  /** What the steps printed, and of a failing one its code. */
  readonly said: string;
  readonly failed?: string;
  readonly summary: string;
}

/** Runs the steps of a job in order, as GitHub's runner does, until one fails. */
export async function runJob(job: Job | undefined, runner: Runner): Promise<RanJob> {
  if (job === undefined) throw new Error('there is no such job');
  const temp = temporaryFolder();
  const file = (name: string, content = ''): string => {
    writeFileSync(join(temp, name), content);
    return join(temp, name);
  };
  const output = file('output');
  const summary = file('summary.md');
  const env = {
    ...process.env,
    NODE_TEST_CONTEXT: undefined,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(runner.event ?? {})),
    GITHUB_REPOSITORY: 'gatehouse/gatehouse',
    GITHUB_SHA: runner.commit,
    ...runner.env,
  };
  const expressions = new Map(Object.entries({ ...runner.expressions, 'runner.temp': temp }));
  let folder = temp;
  let said = '';
  let failed: string | undefined;
  for (const step of job.steps) {
    if (!isWanted(step, expressions)) continue;
    const own = { ...runner.workflow.env, ...job.env, ...step.env };
    const given = expandAll(step.with ?? {}, expressions);
    if (step.uses?.startsWith('actions/checkout@') === true)
      folder = runner.repository.checkout(given.ref ?? runner.commit);
    useArtifacts(step, given, runner.artifacts, folder);
    const ran = await runScript(step.run, folder, { ...env, ...expandAll(own, expressions) });
    said += ran.said;
    if (ran.status !== 0) {
      failed = step.name ?? step.run ?? step.uses;
      said += `\n${String(failed)} ended with ${String(ran.status)}`;
      break;
    }
    for (const [, name = '', value = ''] of readFileSync(output, 'utf8').matchAll(/^(\w+)=(.*)$/gm))
      expressions.set(`steps.${step.id ?? ''}.outputs.${name}`, value);
  }
  return {
    folder,
    said,
    summary: readFileSync(summary, 'utf8'),
    ...(failed !== undefined && { failed }),
  };
}

type Expressions = ReadonlyMap<string, string>;

function isWanted({ if: condition }: Step, expressions: Expressions): boolean {
  return condition === undefined || valueOf(condition, expressions) === 'true';
}

function useArtifacts(
  { uses = '' }: Step,
  given: Environment,
  artifacts: Artifacts,
  folder: string,
): void {
  if (uses.startsWith('actions/upload-artifact@')) artifacts.upload(folder, given);
  if (uses.startsWith('actions/download-artifact@')) artifacts.download(folder, given);
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

function expandAll(
  given: Readonly<Record<string, unknown>>,
  expressions: Expressions,
): Environment {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, expand(String(value), expressions)]),
  );
}

function expand(text: string, expressions: Expressions): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, words: string) =>
    valueOf(words, expressions),
  );
}

function valueOf(words: string, expressions: Expressions): string {
  // Where a step has left nothing under a name, GitHub has an empty text.
  const value = expressions.get(words) ?? (/^steps\.\w+\.outputs\./.test(words) ? '' : undefined);
  if (value === undefined) throw new Error(`nothing says what \${{ ${words} }} is`);
  return value;
}
