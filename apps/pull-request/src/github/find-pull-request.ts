import type { GitHubApi } from './github-api';

/** What a `workflow_run` event says of the run whose review is to be shown. */
export interface ReviewedRun {
  /** `owner/name` of the repository that the run belongs to. */
  readonly repository: string;
  /** Of the branch that was reviewed; a fork has its own. */
  readonly headRepository: string;
  readonly headBranch: string;
  readonly headSha: string;
}

export interface PullRequest {
  readonly number: number;
  /** Of its base branch in this repository, as GitHub says. */
  readonly baseSha?: string;
}

const SHA = /^[0-9a-f]{40}$/;
const NAME = /^[\w.-]+\/[\w.-]+$/;

/**
 * Which pull request a review belongs to. GitHub itself is asked: a number in the artifact would be the pull request's own word, and it
 * could name another's. A branch may have several, to several bases, which the event does not tell apart: the oldest is taken.
 * @returns undefined when there is none (any more), or its branch has moved on and a later review will come
 */
export async function findPullRequest(
  api: GitHubApi,
  { repository, headRepository, headBranch, headSha }: ReviewedRun,
): Promise<PullRequest | undefined> {
  const owner = headRepository.split('/', 1)[0] ?? '';
  const head = encodeURIComponent(`${owner}:${headBranch}`);
  const found = await api.get(`/repos/${repository}/pulls?state=open&head=${head}&per_page=100`);
  if (!Array.isArray(found)) throw new Error(`GitHub's list of pull requests is no list.`);
  const [own] = found
    .filter((pull: unknown): pull is FoundPull => isOf(pull, headRepository, headSha))
    .sort((one, other) => one.number - other.number);
  if (own === undefined) return undefined;
  const { sha, repo } = own.base ?? {};
  const isHere = repo?.full_name === repository && typeof sha === 'string' && SHA.test(sha);
  return { number: own.number, ...(isHere && { baseSha: sha }) };
}

/**
 * @param event the JSON of GITHUB_EVENT_PATH
 * @throws Error that says which member is missing
 */
export function readReviewedRun(event: unknown): ReviewedRun {
  const { workflow_run: run, repository } = (event ?? {}) as {
    readonly workflow_run?: Readonly<Record<string, unknown>>;
    readonly repository?: { readonly full_name?: unknown };
  };
  const headRepository = (run?.head_repository as { full_name?: unknown } | undefined)?.full_name;
  return {
    repository: matching(repository?.full_name, NAME, 'repository.full_name'),
    headRepository: matching(headRepository, NAME, 'workflow_run.head_repository.full_name'),
    headBranch: matching(run?.head_branch, /^.{1,255}$/, 'workflow_run.head_branch'),
    headSha: matching(run?.head_sha, SHA, 'workflow_run.head_sha'),
  };
}

function matching(value: unknown, pattern: RegExp, name: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new Error(`The event has no ${name}: this command runs in a workflow_run event.`);
}

interface FoundPull {
  readonly number: number;
  readonly base?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } };
}

function isOf(pull: unknown, headRepository: string, headSha: string): boolean {
  const { number, head } = (pull ?? {}) as {
    readonly number?: unknown;
    readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } };
  };
  return (
    typeof number === 'number' && head?.sha === headSha && head.repo?.full_name === headRepository
  );
}
