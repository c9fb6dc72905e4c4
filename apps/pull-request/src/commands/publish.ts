import { appendFileSync, existsSync } from 'node:fs';

import { decisionsOf, digestOf, isSilent } from '../decisions/decisions';
import { withDigest } from '../decisions/comment-digest';
import { findPullRequest, readReviewedRun } from '../github/find-pull-request';
import { createGitHubApi, type GitHubApi } from '../github/github-api';
import { upsertComment } from '../github/upsert-comment';
import { JobError, required, type Job } from '../job';
import { ENVIRONMENT, notPlanned } from '../not-planned/not-planned';
import { readBounded, readJson } from '../read-bounded';
import type { Command } from './command';

/** Source: GitHub's REST API refuses a longer body ("body is too long (maximum is 65536 characters)"). */
const MAX_COMMENT = 65_536;

/** The last line of every review's Markdown: one comment for each environment. */
const MARKER = /(?:^|\n)(<!-- gatehouse-review [A-Za-z0-9-]{1,40} -->)\n*$/;

/** The review on the page of the run: for forks, whose runs may write nowhere else. */
export const summary: Command = {
  usage: '--review <markdown>',
  summary: 'shows the review on the page of the run',
  options: ['review'],
  run({ review = '' }, job) {
    appendFileSync(required(job, 'GITHUB_STEP_SUMMARY'), `${readReview(review).text}\n`);
    return 0;
  },
};

/** The review as a comment of the pull request, in place of the one before. Where nothing changes, no new one is written. */
export const publish: Command = {
  usage: '--review <markdown> --decisions <json> --environment <name>',
  summary:
    'writes the review as a comment of the pull request, in place of the one before; without a review, that there is none',
  options: ['review', 'decisions', 'environment'],
  async run({ review = '', decisions = '', environment = '' }, job) {
    const api = connect(job);
    const { marker, text, json } = readBoth(review, decisions, environment);
    const body = withDigest(text, digestOf(decisionsOf(json)));
    if (body.length > MAX_COMMENT)
      throw new JobError(`${review} has ${body.length} characters; GitHub takes ${MAX_COMMENT}.`);
    const pullRequest = await pullRequestOf(api, job);
    if (pullRequest === undefined) {
      job.print('The branch has moved on, or its pull request is closed: nothing to comment.');
      return 0;
    }
    const repository = required(job, 'GITHUB_REPOSITORY');
    const comment = { repository, pullRequest, marker, body, isSilent: isSilent(json) };
    job.print(`The comment on #${pullRequest} is ${await upsertComment(api, comment)}.`);
    return 0;
  },
};

/** A job that failed before it had a review has left none: then that is what there is to say. */
function readBoth(review: string, decisions: string, environment: string) {
  if (existsSync(review)) return { ...readReview(review, environment), json: readJson(decisions) };
  if (!ENVIRONMENT.test(environment))
    throw new JobError('--environment must be 1 to 40 letters, digits and hyphens.');
  const { markdown, json } = notPlanned(environment, [
    'its run ended before there was a review, or could not hand it over; the log of the run says why.',
  ]);
  return { ...parseReview(markdown, 'the review'), json: JSON.parse(json) as unknown };
}

export function connect(job: Job): GitHubApi {
  return createGitHubApi({
    url: required(job, 'GITHUB_API_URL'),
    token: required(job, 'GITHUB_TOKEN'),
    wait: job.wait,
  });
}

/** @param environment whose review it must be. @default any */
export function readReview(file: string, environment?: string): Review {
  const review = parseReview(readBounded(file, MAX_COMMENT * 4).toString('utf8'), file);
  if (environment === undefined || review.marker === `<!-- gatehouse-review ${environment} -->`)
    return review;
  throw new JobError(`${file} is the review of another environment than ${environment}.`);
}

interface Review {
  readonly marker: string;
  readonly text: string;
}

function parseReview(text: string, file: string): Review {
  const marker = MARKER.exec(text)?.[1];
  if (marker !== undefined) return { marker, text };
  throw new JobError(`${file} is no review: it does not end with a review's mark.`);
}

/** From the event itself, or, of a fork, from what GitHub says of its branch. */
async function pullRequestOf(api: GitHubApi, job: Job): Promise<number | undefined> {
  const event = readJson(required(job, 'GITHUB_EVENT_PATH'));
  const { pull_request: own } = event as { readonly pull_request?: { readonly number?: unknown } };
  if (Number.isSafeInteger(own?.number)) return Number(own?.number);
  return (await findPullRequest(api, readReviewedRun(event)))?.number;
}
