import type { GitHubApi } from './github-api';
import { findComment } from './upsert-comment';

export interface ReviewComment {
  readonly pullRequest: number;
  readonly body: string;
}

/** The review that was shown on the pull request through which a commit was merged. */
export async function findReviewComment(
  api: GitHubApi,
  wanted: { readonly repository: string; readonly commit: string; readonly marker: string },
): Promise<ReviewComment | undefined> {
  const { repository, commit, marker } = wanted;
  const pulls = await api.get(`/repos/${repository}/commits/${commit}/pulls`);
  if (!Array.isArray(pulls)) throw new Error(`GitHub's list of pull requests is no list.`);
  for (const pull of pulls as readonly unknown[]) {
    const { number, merge_commit_sha: merged } = (pull ?? {}) as {
      readonly number?: unknown;
      readonly merge_commit_sha?: unknown;
    };
    if (typeof number !== 'number' || merged !== commit) continue;
    const found = await findComment(api, `/repos/${repository}/issues/${number}/comments`, marker);
    if (found !== undefined) return { pullRequest: number, body: found.body };
  }
  return undefined;
}
