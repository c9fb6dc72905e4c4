import { appendFileSync } from 'node:fs';

import { readDigest } from '../decisions/comment-digest';
import { decisionsOf, digestOf, isSilent } from '../decisions/decisions';
import { findReviewComment } from '../github/find-review-comment';
import { required } from '../job';
import { readJson } from '../read-bounded';
import type { Command } from './command';
import { connect, readReview } from './publish';

/**
 * Between the review of a pull request and the plan of what was merged, the world may have changed: another merge, a drift. Who
 * approves the plan must learn of it first.
 */
export const compare: Command = {
  usage: '--review <markdown> --decisions <json>',
  summary: "says first whether this plan decides what the pull request's review said",
  options: ['review', 'decisions'],
  async run({ review = '', decisions = '' }, job) {
    const json = readJson(decisions);
    const own = digestOf(decisionsOf(json));
    const { marker } = readReview(review);
    const repository = required(job, 'GITHUB_REPOSITORY');
    const commit = required(job, 'GITHUB_SHA');
    const comment = await findReviewComment(connect(job), { repository, commit, marker });
    const reviewed = comment && readDigest(comment.body);
    const sentence =
      comment === undefined && isSilent(json)
        ? '> This plan changes nothing that a review would comment on.'
        : comment === undefined || reviewed === undefined
          ? '> [!WARNING]\n> No pull request was reviewed for this commit: what follows was never read before.'
          : reviewed === own
            ? `> This plan decides what the review of #${comment.pullRequest} said.`
            : `> [!WARNING]\n> This plan decides something else than the review of #${comment.pullRequest} said: read it anew.`;
    appendFileSync(required(job, 'GITHUB_STEP_SUMMARY'), `${sentence}\n\n`);
    job.print(sentence.replaceAll(/^> (\[!WARNING\])?/gm, '').trim());
    return 0;
  },
};
