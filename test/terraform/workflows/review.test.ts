/** A pull request on its way through the three jobs of `review`, and that of a fork: every step of them, as GitHub's runner runs it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import {
  startRecordedGitHub,
  type RecordedGitHub,
} from '../../../apps/pull-request/src/testing/recorded-github';
import { temporaryFolder } from '../../synth/fixture-builds';
import { WANTS_TERRAFORM } from '../workspace';
import { Artifacts } from './artifacts';
import { makeRepository, openVip, readFileInOutput } from './repository';
import { runJob, type Runner } from './run-job';
import { readWorkflow, type Environment } from './workflow';

const COMMENTS = '/repos/gatehouse/gatehouse/issues/7/comments';

/** GitHub with a pull request 7. */
const NOT_COMMENTED_YET = {
  [`GET ${COMMENTS}?per_page=100&page=1`]: [{ body: [] }],
  [`POST ${COMMENTS}`]: [{ status: 201 }],
};

/** No AWS: the plan is made offline. */
const WITHOUT_ROLE = {
  'matrix.environment': 'dev',
  'vars.GATEHOUSE_PLAN_ROLE': '',
  'github.server_url': 'https://github.com',
  'github.repository': 'gatehouse/gatehouse',
  'github.run_id': '1',
  'github.token': 'ghs_token',
  'github.event.pull_request.head.repo.full_name': 'gatehouse/gatehouse',
  'github.event.workflow_run.id': '1',
  'github.event.workflow_run.html_url': 'https://github.com/gatehouse/gatehouse/actions/runs/1',
} as const;

const review = readWorkflow('review');
const repository = makeRepository(openVip);
/** A run for a pull request that opens GET /vip. */
const runner: Runner = {
  workflow: review,
  repository,
  commit: repository.head,
  artifacts: new Artifacts(),
  names: { ...WITHOUT_ROLE, 'github.event.pull_request.base.sha': repository.base },
  event: { pull_request: { number: 7 } },
  env: {},
};

/** What the plan job handed to the comment job. */
let planned: Environment = {};
const REVIEW = 'review-dev';

function withPlanned(names: Runner['names'], handed: Environment): Runner['names'] {
  const entries = Object.entries(handed).map(
    ([name, id]) => [`needs.plan.outputs.${name}`, id] as const,
  );
  return { ...names, ...Object.fromEntries(entries) };
}

function folderWith(file: string, text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, file), text);
  return folder;
}

test('build hands over what the pull request synthesizes', async () => {
  const { failed, said } = await runJob(review.jobs.build, runner);
  assert.equal(failed, undefined, said);
});

test(
  'plan gates and plans it offline, reviews it, and fails on what is over the bar',
  WANTS_TERRAFORM,
  async () => {
    // What build runs could leave: something else under the name of the review.
    runner.artifacts.upload(folderWith('review.md', 'poisoned'), { name: REVIEW, path: '.' });
    const { failed, said, summary, folder, handed } = await runJob(review.jobs.plan, runner);
    assert.equal(failed, 'Was it planned, and is no finding at or above the bar?', said);
    planned = handed;
    assert.match(summary, /can now call `GET \/vip`/);
    assert.deepEqual(readdirSync(join(folder, 'review')).sort(), [
      'matrix.svg',
      'review.json',
      'review.md',
      'review.sarif',
    ]);
  },
);

test('comment says it on the pull request', WANTS_TERRAFORM, async (t) => {
  const github = await startRecordedGitHub(NOT_COMMENTED_YET);
  t.after(() => github.close());
  const env = { GITHUB_API_URL: github.url };
  const names = withPlanned(runner.names, planned);
  const { failed, said } = await runJob(review.jobs.comment, { ...runner, names, env });
  assert.equal(failed, undefined, said);
  assert.match(commentOn(github), /can now call `GET \/vip`[^]*gatehouse-review dev -->/);
});

test('comment takes nothing that only has the name of the review', async (t) => {
  const artifacts = new Artifacts();
  artifacts.upload(folderWith('review.md', 'poisoned'), { name: REVIEW, path: '.' });
  const github = await startRecordedGitHub(NOT_COMMENTED_YET);
  t.after(() => github.close());
  const env = { GITHUB_API_URL: github.url };
  const { failed, said } = await runJob(review.jobs.comment, { ...runner, artifacts, env });
  assert.equal(failed, undefined, said);
  assert.doesNotMatch(commentOn(github), /poisoned/);
});

test(
  'what a plan may not see is not planned, and the comment says so',
  WANTS_TERRAFORM,
  async (t) => {
    const stealing = makeRepository(readFileInOutput, '.');
    const refused: Runner = {
      ...runner,
      repository: stealing,
      commit: stealing.head,
      artifacts: new Artifacts(),
      names: { ...WITHOUT_ROLE, 'github.event.pull_request.base.sha': stealing.base },
    };
    const built = await runJob(review.jobs.build, refused);
    assert.equal(built.failed, undefined, built.said);
    const { failed, said, summary, folder, handed } = await runJob(review.jobs.plan, refused);
    assert.equal(failed, 'Was it planned, and is no finding at or above the bar?', said);
    assert.match(summary, /^This change was not planned: .*file/);
    assert.equal(existsSync(join(folder, 'stack')), false);
    const github = await startRecordedGitHub(NOT_COMMENTED_YET);
    t.after(() => github.close());
    const env = { GITHUB_API_URL: github.url };
    const names = withPlanned(refused.names, handed);
    const commented = await runJob(review.jobs.comment, { ...refused, names, env });
    assert.equal(commented.failed, undefined, commented.said);
    assert.match(commentOn(github), /^This change was not planned: [^]*gatehouse-review dev -->/);
  },
);

test('a fork is reviewed anew from its JSON alone, against the base that GitHub names', async (t) => {
  const { jobs, ...fork } = readWorkflow('review-of-fork');
  const pulls = `/repos/gatehouse/gatehouse/pulls?state=open&head=${encodeURIComponent('someone:topic')}&per_page=100`;
  const head = { sha: repository.head, repo: { full_name: 'someone/gatehouse' } };
  const base = { sha: repository.base, repo: { full_name: 'gatehouse/gatehouse' } };
  const github = await startRecordedGitHub({
    ...NOT_COMMENTED_YET,
    [`GET ${pulls}`]: [{ body: [{ number: 7, head, base }] }],
  });
  t.after(() => github.close());
  const ofFork: Runner = {
    ...runner,
    workflow: { ...fork, jobs },
    commit: repository.base,
    event: {
      repository: { full_name: 'gatehouse/gatehouse' },
      workflow_run: { head_repository: head.repo, head_branch: 'topic', head_sha: head.sha },
    },
    env: { GITHUB_API_URL: github.url },
    artifacts: new Artifacts(),
  };
  // What the run of the fork's own workflow left: no review.
  runner.artifacts.copy('stacks', ofFork.artifacts);
  const { outputs, ...based } = await runJob(jobs.base, ofFork);
  assert.equal(outputs['steps.base.outputs.sha'], repository.base, based.said);
  const names = { ...ofFork.names, 'needs.base.outputs.sha': repository.base };
  for (const job of [jobs.review, jobs.comment]) {
    const { failed, said } = await runJob(job, { ...ofFork, names });
    assert.equal(failed, undefined, said);
  }
  assert.match(commentOn(github), /can now call `GET \/vip`[^]*gatehouse-review dev -->/);
});

function commentOn({ asked }: RecordedGitHub): string {
  return (asked.at(-1)?.body as { readonly body: string }).body;
}
