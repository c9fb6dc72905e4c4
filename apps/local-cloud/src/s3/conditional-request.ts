import { header, type HttpRequest } from '../http/message';

/** A request that must not be answered with the object. */
export type UnmetCondition =
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'failed'; readonly condition: 'If-Match' | 'If-Unmodified-Since' };

type Request = Pick<HttpRequest, 'rawHeaders'>;

/**
 * Whether the object is the one that the client means, and whether it has it already: each by tag where one was sent, else by date.
 * Source: Amazon S3 API Reference, "GetObject" (If-Match, If-Unmodified-Since, If-None-Match, If-Modified-Since); RFC 9110 §13.2.2.
 */
export function checkConditions(
  request: Request,
  tag: string,
  lastModifiedMs: number,
): UnmetCondition | undefined {
  const modifiedMs = wholeSeconds(lastModifiedMs);
  const match = header(request, 'if-match');
  const unmodifiedSince = dateOf(request, 'if-unmodified-since');
  if (match !== undefined) {
    if (!lists(match, tag)) return { kind: 'failed', condition: 'If-Match' };
  } else if (unmodifiedSince !== undefined && modifiedMs > unmodifiedSince) {
    return { kind: 'failed', condition: 'If-Unmodified-Since' };
  }
  const noneMatch = header(request, 'if-none-match');
  const modifiedSince = dateOf(request, 'if-modified-since');
  const hasIt =
    noneMatch === undefined
      ? modifiedSince !== undefined && modifiedMs <= modifiedSince
      : lists(noneMatch, tag);
  return hasIt ? { kind: 'not-modified' } : undefined;
}

/** S3 takes tags without their quotes too. */
function lists(tags: string, tag: string): boolean {
  const bare = bareTag(tag);
  return tags.trim() === '*' || tags.split(',').some((listed) => bareTag(listed) === bare);
}

function bareTag(tag: string): string {
  return tag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1');
}

/** What is no date counts as not sent. */
function dateOf(request: Request, name: string): number | undefined {
  const time = Date.parse(header(request, name) ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** HTTP dates have no milliseconds. */
function wholeSeconds(timeMs: number): number {
  return Math.floor(timeMs / 1000) * 1000;
}
