import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import {
  startRecordedGitHub,
  type RecordedAnswer,
  type RecordedGitHub,
} from '../testing/recorded-github';
import { findPullRequest, readReviewedRun } from './find-pull-request';
import { createGitHubApi, type GitHubApi } from './github-api';
import { upsertComment } from './upsert-comment';

const TOKEN = 'ghs_0123456789abcdef';
const REPOSITORY = 'gatehouse/gatehouse';
const SHA = 'a'.repeat(40);
const COMMENTS = `/repos/${REPOSITORY}/issues/7/comments`;
const FIRST_PAGE = `GET ${COMMENTS}?per_page=100&page=1`;
const MARKER = '<!-- gatehouse-review prod -->';
const BODY = `${MARKER}\nnothing changes`;

async function play(
  t: TestContext,
  answers: Readonly<Record<string, readonly RecordedAnswer[]>>,
): Promise<{ github: RecordedGitHub; api: GitHubApi; waits: number[] }> {
  const github = await startRecordedGitHub(answers);
  t.after(() => github.close());
  const waits: number[] = [];
  const wait = (delayMs: number): Promise<void> => {
    waits.push(delayMs);
    return Promise.resolve();
  };
  return { github, waits, api: createGitHubApi({ url: github.url, token: TOKEN, wait }) };
}

const comment = (id: number, body: string, type = 'Bot') => ({ id, body, user: { type } });
const upsert = (api: GitHubApi) =>
  upsertComment(api, { repository: REPOSITORY, pullRequest: 7, marker: MARKER, body: BODY });

test('writes a comment where there is none', async (t) => {
  const { github, api } = await play(t, {
    [FIRST_PAGE]: [{ body: [comment(1, 'hello')] }],
    [`POST ${COMMENTS}`]: [{ status: 201 }],
  });
  assert.equal(await upsert(api), 'created');
  assert.deepEqual(github.asked.at(-1)?.body, { body: BODY });
  assert.equal(github.asked.at(-1)?.authorization, `Bearer ${TOKEN}`);
});

test('puts the comment in place of the one it wrote before, on whatever page it is', async (t) => {
  const others = Array.from({ length: 100 }, (_, id) => comment(id, 'hello'));
  const { github, api } = await play(t, {
    [FIRST_PAGE]: [{ body: others }],
    [`GET ${COMMENTS}?per_page=100&page=2`]: [{ body: [comment(500, `${MARKER}\nbefore`)] }],
    [`PATCH /repos/${REPOSITORY}/issues/comments/500`]: [{}],
  });
  assert.equal(await upsert(api), 'updated');
  assert.equal(github.asked.at(-1)?.path, `/repos/${REPOSITORY}/issues/comments/500`);
});

test('says nothing again that stands there already', async (t) => {
  const { github, api } = await play(t, { [FIRST_PAGE]: [{ body: [comment(3, BODY)] }] });
  assert.equal(await upsert(api), 'unchanged');
  assert.equal(github.asked.length, 1);
});

test('leaves unsaid that nothing changes, unless something else was said before', async (t) => {
  const { github, api } = await play(t, {
    [FIRST_PAGE]: [{ body: [] }, { body: [comment(3, `${MARKER}\nsomething changes`)] }],
    [`PATCH /repos/${REPOSITORY}/issues/comments/3`]: [{}],
  });
  const upsertSilent = () =>
    upsertComment(api, {
      ...{ repository: REPOSITORY, pullRequest: 7, marker: MARKER, body: BODY },
      isSilent: true,
    });
  assert.equal(await upsertSilent(), 'left out');
  assert.equal(github.asked.length, 1);
  assert.equal(await upsertSilent(), 'updated');
  assert.deepEqual(github.asked.at(-1)?.body, { body: BODY });
});

test('leaves a person’s comment alone that carries the marker', async (t) => {
  const { api } = await play(t, {
    [FIRST_PAGE]: [{ body: [comment(3, `${MARKER}\nmine`, 'User')] }],
    [`POST ${COMMENTS}`]: [{ status: 201 }],
  });
  assert.equal(await upsert(api), 'created');
});

test('asks again after a failure of GitHub’s own, and waits as long as it says', async (t) => {
  const limited = { status: 403, headers: { 'Retry-After': '7' } };
  const { api, waits } = await play(t, {
    'GET /x': [{ status: 502 }, { status: 503 }, limited, { body: { ok: true } }],
  });
  assert.deepEqual(await api.get('/x'), { ok: true });
  assert.deepEqual(waits, [1_000, 2_000, 7_000]);
});

test('gives up after four attempts, and at once on what it may not do', async (t) => {
  const { github, api } = await play(t, {
    'GET /down': [{ status: 500, body: { message: 'Server Error' } }],
    'GET /mine': [{ status: 403, body: { message: 'Resource not accessible by integration' } }],
  });
  await assert.rejects(api.get('/down'), /GitHub answered 500 to GET \/down: Server Error/);
  assert.equal(github.asked.length, 4);
  await assert.rejects(api.get('/mine'), /403.*Resource not accessible by integration/);
  assert.equal(github.asked.length, 5);
});

test('never follows a redirect with its token, nor tells it in an error', async (t) => {
  const { api } = await play(t, {
    'GET /moved': [{ status: 301, headers: { Location: 'http://127.0.0.1:9/' } }],
  });
  await assert.rejects(api.get('/moved'), (error: Error) => !String(error).includes(TOKEN));
});

const EVENT = {
  repository: { full_name: REPOSITORY },
  workflow_run: {
    head_sha: SHA,
    head_branch: 'patch-1',
    head_repository: { full_name: 'someone/gatehouse' },
  },
};
const PULLS = `GET /repos/${REPOSITORY}/pulls?state=open&head=someone%3Apatch-1&per_page=100`;
const pull = (number: number, sha: string, from = 'someone/gatehouse') => ({
  number,
  head: { sha, repo: { full_name: from } },
});

test('finds the pull request of a fork by what GitHub says of its branch', async (t) => {
  const others = [pull(1, SHA, 'someone/other'), pull(2, 'b'.repeat(40))];
  const { api } = await play(t, { [PULLS]: [{ body: [...others, pull(7, SHA)] }] });
  assert.deepEqual(await findPullRequest(api, readReviewedRun(EVENT)), { number: 7 });
});

test('takes the oldest of several, and its base only where that lies in this repository', async (t) => {
  const to = (number: number, base: object) => ({ ...pull(number, SHA), base });
  const here = { sha: 'd'.repeat(40), repo: { full_name: REPOSITORY } };
  const { api } = await play(t, {
    [PULLS]: [
      { body: [to(9, { ...here, sha: 'e'.repeat(40) }), to(8, here)] },
      { body: [to(8, { ...here, repo: { full_name: 'someone/gatehouse' } })] },
      { body: [to(8, { ...here, sha: '--upload-pack=x' })] },
    ],
  });
  const find = () => findPullRequest(api, readReviewedRun(EVENT));
  assert.deepEqual(await find(), { number: 8, baseSha: here.sha });
  assert.deepEqual(await find(), { number: 8 });
  assert.deepEqual(await find(), { number: 8 });
});

test('finds none when the branch has moved on since', async (t) => {
  const { api } = await play(t, { [PULLS]: [{ body: [pull(7, 'b'.repeat(40))] }] });
  assert.equal(await findPullRequest(api, readReviewedRun(EVENT)), undefined);
});

for (const [what, event] of [
  ['another event', { repository: EVENT.repository }],
  ['a commit that is none', { ...EVENT, workflow_run: { ...EVENT.workflow_run, head_sha: 'x' } }],
  ['a repository that is a path', { ...EVENT, repository: { full_name: '../../x' } }],
  ['nothing', undefined],
] as const) {
  test(`refuses ${what}`, () => {
    assert.throws(() => readReviewedRun(event), /The event has no/);
  });
}
