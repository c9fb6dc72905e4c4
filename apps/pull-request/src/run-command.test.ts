import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import {
  COMMENTS,
  comment,
  DECISIONS,
  LIST,
  MARKER,
  openJob,
  REPOSITORY,
  SHA,
} from './testing/open-job';

interface StackJson {
  readonly terraform: { readonly backend: object };
}

test('on a pull request, comments on it by the event’s own number', async (t) => {
  const job = await openJob(t, { [LIST(7)]: [{ body: [] }], [`POST ${COMMENTS(7)}`]: [{}] });
  job.env.GITHUB_EVENT_PATH = job.file('event.json', { pull_request: { number: 7 } });
  assert.equal(await job.withReview('publish'), 0);
  assert.deepEqual(job.printed, ['The comment on #7 is created.']);
  const { body } = job.github.asked.at(-1)?.body as { body: string };
  assert.match(body, /^`member` can now call[^]*\n<!-- gatehouse-review prod -->\n/);
  assert.match(body, /\n<!-- gatehouse-decisions [0-9a-f]{64} -->\n$/);
});

test('of a fork, comments where GitHub says that its branch belongs', async (t) => {
  const pulls = `GET /repos/${REPOSITORY}/pulls?state=open&head=someone%3Apatch-1&per_page=100`;
  const own = { number: 9, head: { sha: SHA, repo: { full_name: 'someone/gatehouse' } } };
  const job = await openJob(t, {
    [pulls]: [{ body: [own] }, { body: [] }],
    [LIST(9)]: [{ body: [comment(1, `${MARKER}\nbefore`)] }],
    [`PATCH /repos/${REPOSITORY}/issues/comments/1`]: [{}],
  });
  job.env.GITHUB_EVENT_PATH = job.file('event.json', {
    repository: { full_name: REPOSITORY },
    workflow_run: {
      head_sha: SHA,
      head_branch: 'patch-1',
      head_repository: { full_name: 'someone/gatehouse' },
    },
  });
  assert.equal(await job.withReview('publish'), 0);
  assert.equal(await job.withReview('publish'), 0);
  assert.deepEqual(job.printed, [
    'The comment on #9 is updated.',
    'The branch has moved on, or its pull request is closed: nothing to comment.',
  ]);
});

test('on a push, says first whether the plan decides what its pull request’s review said', async (t) => {
  const first = await openJob(t, { [LIST(7)]: [{ body: [] }], [`POST ${COMMENTS(7)}`]: [{}] });
  first.env.GITHUB_EVENT_PATH = first.file('event.json', { pull_request: { number: 7 } });
  await first.withReview('publish');
  const published = (first.github.asked.at(-1)?.body as { body: string }).body;
  const job = await openJob(t, {
    [`GET /repos/${REPOSITORY}/commits/${SHA}/pulls`]: [
      { body: [{ number: 7, merge_commit_sha: SHA }] },
      { body: [{ number: 7, merge_commit_sha: SHA }] },
      { body: [{ number: 8, merge_commit_sha: 'd'.repeat(40) }] },
    ],
    [LIST(7)]: [{ body: [comment(1, published)] }],
  });
  assert.equal(await job.withReview('compare'), 0);
  job.env.decisions = job.file('other.json', {
    ...DECISIONS,
    matrix: { gained: [], lost: [], doubtful: [] },
  });
  await job.withReview('compare');
  await job.withReview('compare');
  const [same = '', other = '', none = ''] = job.printed;
  assert.match(same, /decides what the review of #7 said/);
  assert.match(other, /something else than the review of #7 said: read it anew/);
  assert.match(none, /No pull request was reviewed/);
  const shown = readFileSync(job.env.GITHUB_STEP_SUMMARY ?? '', 'utf8');
  assert.match(shown, /^> This plan.*\n\n> \[!WARNING\]\n> This plan/);
});

test('on a push of what nobody had to review, does not warn', async (t) => {
  const job = await openJob(t, {
    [`GET /repos/${REPOSITORY}/commits/${SHA}/pulls`]: [{ body: [] }],
  });
  job.env.decisions = job.file('silent.json', { ...DECISIONS, silent: true });
  assert.equal(await job.withReview('compare'), 0);
  assert.deepEqual(job.printed, ['This plan changes nothing that a review would comment on.']);
});

test('shows the review on the page of the run', async (t) => {
  const job = await openJob(t);
  assert.equal(await job.run('summary', '--review', job.env.review ?? ''), 0);
  assert.match(readFileSync(job.env.GITHUB_STEP_SUMMARY ?? '', 'utf8'), /can now call/);
});

test('seals a plan for one commit, and takes the plain one away', async (t) => {
  const job = await openJob(t);
  const plan = job.file('plan.tfplan', 'the plan');
  const [sealed, opened] = [join(job.folder, 'sealed'), join(job.folder, 'opened')];
  assert.equal(await job.run('seal', '--plan', plan, '--out', sealed), 0);
  assert.equal(existsSync(plan), false);
  assert.equal(await job.run('open', '--plan', sealed, '--out', opened), 0);
  assert.equal(readFileSync(opened, 'utf8'), 'the plan');
  assert.equal(statSync(opened).mode & 0o077, 0);
  job.env.GITHUB_SHA = 'e'.repeat(40);
  assert.equal(await job.run('open', '--plan', sealed, '--out', opened), 2);
});

test('writes the OIDC token where only this user reads it, and asks for AWS’s audience', async (t) => {
  const path = 'GET /token?x=1&audience=sts.amazonaws.com';
  const job = await openJob(t, { [path]: [{ body: { value: 'the.oidc.token' } }] });
  job.env.ACTIONS_ID_TOKEN_REQUEST_URL = `${job.github.url}/token?x=1`;
  job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'request-token';
  const out = join(job.folder, 'token');
  assert.equal(await job.run('token', '--out', out), 0);
  assert.equal(readFileSync(out, 'utf8'), 'the.oidc.token');
  assert.equal(statSync(out).mode & 0o077, 0);
  assert.doesNotMatch(job.printed.join(), /the\.oidc\.token|request-token/);
});

test('gives a stack the state in S3, whatever backend it names itself', async (t) => {
  const job = await openJob(t);
  job.file('cdk.tf.json', { terraform: { backend: { http: { address: 'http://elsewhere' } } } });
  job.env.AWS_REGION = 'us-west-2';
  const args = ['--stack', job.folder, '--key', 'gatehouse-prod.tfstate'];
  assert.equal(await job.run('backend', ...args, '--bucket', 'state-of-gatehouse'), 0);
  const written = readFileSync(join(job.folder, 'backend_override.tf.json'), 'utf8');
  assert.deepEqual(Object.keys((JSON.parse(written) as StackJson).terraform.backend), ['s3']);
  assert.equal(await job.run('backend', ...args, '--bucket', '../../x'), 2);
  assert.equal(await job.run('backend', '--stack', 'nowhere', '--bucket', 'abc', '--key', 'k'), 2);
});

for (const [what, argv, because] of [
  ['an unknown command', ['deploy'], /no command "deploy"/],
  ['a missing option', ['seal', '--plan', 'x'], /seal takes --plan <file> --out <file>/],
  ['an unknown option', ['gate', '--bass', 'x'], /gate takes --base/],
  ['a file that is not there', ['summary', '--review', 'nowhere.md'], /cannot be read/],
] as const) {
  test(`leaves with 2 and one sentence for ${what}`, async (t) => {
    const job = await openJob(t);
    assert.equal(await job.run(...argv), 2);
    assert.match(job.printed.join('\n'), because);
  });
}

test('publishes nothing that is no review, and nothing longer than GitHub takes', async (t) => {
  const job = await openJob(t);
  job.env.GITHUB_EVENT_PATH = job.file('event.json', { pull_request: { number: 7 } });
  job.env.review = job.file('foreign.md', 'hello @everybody');
  assert.equal(await job.withReview('publish'), 2);
  job.env.review = job.file('long.md', `${'x'.repeat(66_000)}\n${MARKER}\n`);
  assert.equal(await job.withReview('publish'), 2);
  assert.match(job.printed.join('\n'), /is no review[\s\S]*GitHub takes 65536/);
  assert.equal(job.github.asked.length, 0);
});

test('tells its commands', async (t) => {
  const job = await openJob(t);
  assert.equal(await job.run('--help'), 0);
  assert.match(job.printed.join('\n'), /publish --review <markdown> --decisions <json> --env/);
});
