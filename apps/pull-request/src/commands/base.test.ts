import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { openJob, REPOSITORY, SHA } from '../testing/open-job';

const PULLS = `GET /repos/${REPOSITORY}/pulls?state=open&head=someone%3Apatch-1&per_page=100`;
const FORK = { full_name: 'someone/gatehouse' };
const EVENT = {
  repository: { full_name: REPOSITORY },
  workflow_run: { head_sha: SHA, head_branch: 'patch-1', head_repository: FORK },
};

test('gives the commit of the base branch that GitHub names, in this repository only', async (t) => {
  const base = { sha: 'd'.repeat(40), repo: { full_name: REPOSITORY } };
  const pull = { number: 9, head: { sha: SHA, repo: FORK }, base };
  const job = await openJob(t, {
    [PULLS]: [
      { body: [pull] },
      { body: [] },
      { body: [{ ...pull, base: { ...base, repo: FORK } }] },
    ],
  });
  job.env.GITHUB_EVENT_PATH = job.file('event.json', EVENT);
  assert.equal(await job.run('base'), 0);
  assert.equal(await job.run('base'), 0);
  assert.equal(await job.run('base'), 2);
  assert.equal(readFileSync(job.env.GITHUB_OUTPUT ?? '', 'utf8'), `sha=${base.sha}\n`);
  assert.match(job.printed.join('\n'), /nothing to review[^]*names no base of #9/);
});
