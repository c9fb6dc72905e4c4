import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import {
  comment,
  COMMENTS,
  DECISIONS,
  LIST,
  MARKER,
  openJob,
  REPOSITORY,
} from '../testing/open-job';

const PULL_REQUEST = { pull_request: { number: 7 } };

test('writes no comment that nothing changes, and puts it in the place of one that says otherwise', async (t) => {
  const job = await openJob(t, {
    [LIST(7)]: [{ body: [] }, { body: [comment(1, `${MARKER}\nsomething changes`)] }],
    [`PATCH /repos/${REPOSITORY}/issues/comments/1`]: [{}],
  });
  job.env.GITHUB_EVENT_PATH = job.file('event.json', PULL_REQUEST);
  job.env.review = job.file('review.md', `Nothing changes.\n\n${MARKER}\n`);
  job.env.decisions = job.file('review.json', { ...DECISIONS, silent: true });
  assert.equal(await job.withReview('publish'), 0);
  assert.equal(await job.withReview('publish'), 0);
  assert.deepEqual(job.printed, [
    'The comment on #7 is left out.',
    'The comment on #7 is updated.',
  ]);
});

test('says that there was no plan where a job has left no review, in place of an older one', async (t) => {
  const job = await openJob(t, {
    [LIST(7)]: [{ body: [comment(1, `Nothing changes.\n\n${MARKER}\n`)] }],
    [`PATCH /repos/${REPOSITORY}/issues/comments/1`]: [{}],
  });
  job.env.GITHUB_EVENT_PATH = job.file('event.json', PULL_REQUEST);
  const nowhere = join(job.folder, 'nowhere');
  const args = ['--review', nowhere, '--decisions', nowhere, '--environment'];
  assert.equal(await job.run('publish', ...args, 'a b'), 2);
  assert.equal(await job.run('publish', ...args, 'prod'), 0);
  const { body } = job.github.asked.at(-1)?.body as { readonly body: string };
  assert.match(body, /^This change was not planned: `its run ended/);
  assert.match(body, /\n<!-- gatehouse-review prod -->\n\n<!-- gatehouse-decisions /);
});

test('publishes no review of another environment', async (t) => {
  const job = await openJob(t);
  job.env.GITHUB_EVENT_PATH = job.file('event.json', PULL_REQUEST);
  job.env.review = job.file('dev.md', 'a\n\n<!-- gatehouse-review dev -->\n');
  assert.equal(await job.withReview('publish'), 2);
  assert.match(job.printed.join('\n'), /another environment than prod/);
  assert.equal(job.github.asked.length, 0);
});

test('posts its comment where there is none', async (t) => {
  const job = await openJob(t, { [LIST(7)]: [{ body: [] }], [`POST ${COMMENTS(7)}`]: [{}] });
  job.env.GITHUB_EVENT_PATH = job.file('event.json', PULL_REQUEST);
  assert.equal(await job.withReview('publish'), 0);
  assert.deepEqual(job.printed, ['The comment on #7 is created.']);
});
