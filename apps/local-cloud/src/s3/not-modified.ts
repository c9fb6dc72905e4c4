import { header } from '../http/message';
import type { HttpRequest } from '../http/message';

/**
 * Whether the client already has the object: by tag where it sent one, else by date.
 * Source: RFC 9110 §13.1.2, §13.1.3 and §13.2.2: `If-None-Match` compares weakly and makes `If-Modified-Since` irrelevant.
 */
export function isNotModified(
  request: Pick<HttpRequest, 'rawHeaders'>,
  tag: string,
  lastModifiedMs: number,
): boolean {
  const tags = header(request, 'if-none-match');
  if (tags !== undefined) return tags.trim() === '*' || listsTag(tags, tag);
  const since = Date.parse(header(request, 'if-modified-since') ?? '');
  return !Number.isNaN(since) && wholeSeconds(lastModifiedMs) <= since;
}

function listsTag(tags: string, tag: string): boolean {
  return tags.split(',').some((listed) => listed.trim().replace(/^W\//, '') === tag);
}

/** HTTP dates have no milliseconds. */
function wholeSeconds(timeMs: number): number {
  return Math.floor(timeMs / 1000) * 1000;
}
