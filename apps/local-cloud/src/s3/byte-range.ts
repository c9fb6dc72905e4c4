/** Positions of the first and the last byte, from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of an object that a `Range` header asks for. Several ranges, and what is no range of bytes, count as not asked for: the
 * answer is the whole object.
 * Source: Amazon S3 API Reference, "GetObject" (Range: one range for a request); RFC 9110 §14.1.2 and §14.2.
 * @returns `unsatisfiable` when the object ends before the range begins
 */
export function parseRange(
  text: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(text?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const end = size - 1;
  if (from === '') {
    const length = Number(to);
    if (length === 0 || size === 0) return 'unsatisfiable';
    return { first: Math.max(0, size - length), last: end };
  }
  const first = Number(from);
  const last = to === '' ? end : Number(to);
  if (to !== '' && first > last) return undefined;
  return first > end ? 'unsatisfiable' : { first, last: Math.min(last, end) };
}
