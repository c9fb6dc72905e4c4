import { appendFileSync } from 'node:fs';

import { findPullRequest, readReviewedRun } from '../github/find-pull-request';
import { JobError, required } from '../job';
import { readJson } from '../read-bounded';
import type { Command } from './command';
import { connect } from './publish';

/**
 * What a fork's change is to be compared with. The event of a `workflow_run` names no pull request of a fork, so GitHub is asked; what the
 * fork handed over is not.
 */
export const base: Command = {
  usage: '',
  summary:
    'finds what the pull request of a fork is to be merged into: the output sha, or none where there is nothing to review any more',
  options: [],
  async run(_, job) {
    const event = readJson(required(job, 'GITHUB_EVENT_PATH'));
    const found = await findPullRequest(connect(job), readReviewedRun(event));
    if (found === undefined) {
      job.print('The branch has moved on, or its pull request is closed: nothing to review.');
      return 0;
    }
    if (found.baseSha === undefined)
      throw new JobError(`GitHub names no base of #${found.number} in this repository.`);
    appendFileSync(required(job, 'GITHUB_OUTPUT'), `sha=${found.baseSha}\n`);
    job.print(`#${found.number} is to be merged into ${found.baseSha}.`);
    return 0;
  },
};
