import type { GitHubApi } from './github-api';

export interface Comment {
  /** `owner/name`. */
  readonly repository: string;
  readonly pullRequest: number;
  /** A hidden line that the comment has and no other: it is how the next run finds it. */
  readonly marker: string;
  /** The whole comment, with its marker. */
  readonly body: string;
  /** Nothing changes, which nobody has to be told: it only takes the place of what is said already. @default false */
  readonly isSilent?: boolean;
}

const PER_PAGE = 100;
/** 2,000 comments: beyond, a new one is as easy to find as the old one. */
const MAX_PAGES = 20;

/**
 * Writes the comment, or puts it in place of the one that an earlier run wrote: one for each marker, however often a branch is pushed.
 * Only a comment by a bot is replaced: who copies the marker into a comment of their own changes nothing.
 * @returns what was done
 */
export async function upsertComment(
  api: GitHubApi,
  { repository, pullRequest, marker, body, isSilent = false }: Comment,
): Promise<'created' | 'updated' | 'unchanged' | 'left out'> {
  const issues = `/repos/${repository}/issues`;
  const before = await findComment(api, `${issues}/${pullRequest}/comments`, marker);
  if (before === undefined) {
    if (isSilent) return 'left out';
    await api.post(`${issues}/${pullRequest}/comments`, { body });
    return 'created';
  }
  if (before.body === body) return 'unchanged';
  await api.patch(`${issues}/comments/${before.id}`, { body });
  return 'updated';
}

interface Found {
  readonly id: number;
  readonly body: string;
}

/** The first comment by a bot that has the marker as a line of its own. */
export async function findComment(
  api: GitHubApi,
  path: string,
  marker: string,
): Promise<Found | undefined> {
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const comments = await api.get(`${path}?per_page=${PER_PAGE}&page=${page}`);
    if (!Array.isArray(comments)) throw new Error(`GitHub's list of comments is no list.`);
    const found = comments.find((comment: unknown) => isOurs(comment, marker)) as Found | undefined;
    if (found !== undefined) return found;
    if (comments.length < PER_PAGE) return undefined;
  }
  return undefined;
}

function isOurs(comment: unknown, marker: string): boolean {
  if (typeof comment !== 'object' || comment === null) return false;
  const { id, body, user } = comment as { id?: unknown; body?: unknown; user?: { type?: unknown } };
  return (
    typeof id === 'number' &&
    typeof body === 'string' &&
    body.split('\n').includes(marker) &&
    user?.type === 'Bot'
  );
}
