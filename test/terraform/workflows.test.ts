/** The workflows, step by step as GitHub runs them: their own shell scripts, in a checkout, with GitHub's API played from recorded answers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';

import { parse } from 'yaml';

import { makeStack, resourceAt } from '../synth/review/sample';
import { temporaryFolder } from '../synth/fixture-builds';
import { playGitHub } from './play-github';
import { WANTS_TERRAFORM } from './workspace';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = ['review', 'review-of-fork', 'deploy'] as const;
const read = (name: (typeof FILES)[number]): Workflow =>
  parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow;
const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);

for (const name of FILES) {
  const workflow = read(name);

  test(`${name}: has no permission of its own, and each job names what it needs`, () => {
    assert.deepEqual(workflow.permissions, {});
    for (const job of Object.values(workflow.jobs)) assert.notEqual(job.permissions, undefined);
  });

  test(`${name}: pins every action to a commit, and leaves no token behind a checkout`, () => {
    for (const { uses, with: given } of stepsOf(workflow)) {
      if (uses === undefined) continue;
      assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      if (uses.startsWith('actions/checkout@')) assert.equal(given?.['persist-credentials'], false);
    }
  });

  test(`${name}: puts nothing that others wrote into a script`, () => {
    for (const { run = '' } of stepsOf(workflow)) assert.doesNotMatch(run, /\$\{\{/);
  });

  test(`${name}: runs commands that there are`, () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { run = '' } of stepsOf(workflow)) {
      for (const [, script = ''] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        assert.ok(Object.hasOwn(scripts, script), script);
    }
  });
}

test('no workflow runs a pull request with the rights of the base', () => {
  for (const name of FILES)
    assert.doesNotMatch(JSON.stringify(read(name).on), /pull_request_target/);
});

test('what runs the pull request’s code has no token but to read, and no role', () => {
  const { build } = read('review').jobs;
  assert.deepEqual(build?.permissions, { contents: 'read' });
  assert.doesNotMatch(JSON.stringify(build), /secrets\.|id-token|GITHUB_TOKEN|vars\./);
});

test('what has the role or the write token checks out the base branch, and uploads no plan', () => {
  const { plan, comment } = read('review').jobs;
  for (const job of [plan, comment]) {
    const checkout = job?.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.equal(checkout?.with?.ref, '${{ github.event.pull_request.base.sha }}');
  }
  assert.deepEqual(
    plan?.steps.flatMap(({ uses, with: given }) =>
      uses?.startsWith('actions/upload-artifact@') === true ? [given?.path] : [],
    ),
    ['review'],
  );
});

test('what applies waits for its environment, and applies the plan that was reviewed', () => {
  const { plan, apply } = read('deploy').jobs;
  assert.equal(apply?.environment, 'production');
  assert.equal(plan?.environment, 'production-plan');
  const script = apply.steps.map(({ run = '' }) => run).join('\n');
  assert.match(script, /terraform .* apply -input=false "\$RUNNER_TEMP\/plan\.tfplan"/);
  assert.doesNotMatch(script, /terraform .* plan /);
});

/** What a job makes for itself. */
const OWN = new Set(['.git', 'cdktf.out', 'head', 'review', 'test-results', '.gatehouse']);

/** A checkout in which the steps of a job run: the project's own files, and stacks of its own. */
function checkout() {
  const folder = temporaryFolder();
  for (const name of readdirSync('.').filter((one) => !OWN.has(one)))
    symlinkSync(resolve(name), join(folder, name));
  const stack = (path: string, from: string): void => {
    mkdirSync(join(folder, path), { recursive: true });
    cpSync(from, join(folder, path), { recursive: true });
  };
  stack('cdktf.out/stacks/gatehouse-dev', makeStack());
  mkdirSync(join(folder, 'head', 'gatehouse-dev'), { recursive: true });
  const opened = makeStack({
    edit: (resources) => {
      resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method').authorization = 'NONE';
    },
  });
  cpSync(join(opened, 'cdk.tf.json'), join(folder, 'head/gatehouse-dev/cdk.tf.json'));
  writeFileSync(join(folder, 'head/review-waivers.json'), '{"waivers":[]}');
  for (const name of ['output', 'summary.md', 'event.json']) writeFileSync(join(folder, name), '');
  return folder;
}

/** Runs a step's script as the runner does: bash, ending at the first failure. */
function runStep(job: Job | undefined, named: RegExp, folder: string, env: NodeJS.ProcessEnv) {
  const step = job?.steps.find(({ name = '', run = '' }) => named.test(`${name} ${run}`));
  assert.ok(step?.run !== undefined, `there is no step ${String(named)}`);
  const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      STACK: 'gatehouse-dev',
      ENVIRONMENT: 'dev',
      FAIL_ON: 'high',
      OFFLINE: '--offline',
      RUN_URL: 'https://github.com/gatehouse/gatehouse/actions/runs/1',
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REPOSITORY: 'gatehouse/gatehouse',
      GITHUB_SHA: 'c'.repeat(40),
      ...env,
    },
  });
  return { status: ran.status, said: `${ran.stdout}${ran.stderr}` };
}

test(
  'a pull request is gated, planned offline, reviewed and commented on',
  WANTS_TERRAFORM,
  async (t: TestContext) => {
    const folder = checkout();
    const { plan, comment } = read('review').jobs;
    const ok = (job: Job | undefined, named: RegExp, env: NodeJS.ProcessEnv = {}): string => {
      const { status, said } = runStep(job, named, folder, env);
      assert.equal(status, 0, said);
      return said;
    };
    ok(plan, /May a plan see/);
    ok(plan, /Plan offline/);
    ok(plan, /^Review/);
    assert.equal(readFileSync(join(folder, 'output'), 'utf8'), 'over=true\n');
    const bar = (over: string) =>
      runStep(plan, /at or above the bar/, folder, { OVER: over }).status;
    assert.deepEqual([bar('true'), bar('')], [1, 0]);
    assert.match(readFileSync(join(folder, 'summary.md'), 'utf8'), /can now call `GET \/vip`/);
    const files = ['review.json', 'review.md', 'review.sarif', 'matrix.svg'];
    for (const file of files) assert.notEqual(readFileSync(join(folder, 'review', file)).length, 0);
    const github = await playGitHub(7);
    t.after(() => github.close());
    writeFileSync(join(folder, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
    const token = { GITHUB_API_URL: github.url, GITHUB_TOKEN: 'ghs_token' };
    const publish = await github.during(() => ok(comment, /publish/, token));
    assert.match(publish, /The comment on #7 is created/);
    assert.match(github.comment, /^`guest` and `member` can now call[^]*gatehouse-review dev -->/);
  },
);

test('a stack that would read a file is kept from the plan', WANTS_TERRAFORM, () => {
  const folder = checkout();
  const file = join(folder, 'head/gatehouse-dev/cdk.tf.json');
  const stack = JSON.parse(readFileSync(file, 'utf8')) as { output: object };
  stack.output = { stolen: { value: '${file("/etc/passwd")}' } };
  writeFileSync(file, JSON.stringify(stack));
  const { status, said } = runStep(read('review').jobs.plan, /May a plan see/, folder, {});
  assert.equal(status, 1);
  assert.match(said, /calls "file"\(\)/);
});

test('a fork is reviewed anew from its JSON alone', WANTS_TERRAFORM, () => {
  const folder = checkout();
  const { status, said } = runStep(read('review-of-fork').jobs.comment, /^Review/, folder, {});
  assert.equal(status, 0, said);
  assert.match(readFileSync(join(folder, 'review/review.md'), 'utf8'), /can now call `GET \/vip`/);
});
