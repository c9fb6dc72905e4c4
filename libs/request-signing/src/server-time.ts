/** AWS counts a signature as valid for five minutes on either side. Source: AWS re:Post, "Signature expired". */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;

/**
 * The server's time as an answer tells it: from its `Date` header where CORS exposes it, else from AWS's sentence
 * `Signature expired: 20261122T080000Z is now earlier than 20261122T085500Z (20261122T090000Z - 5 min.)`.
 *
 * @returns milliseconds since the epoch, or undefined when the answer does not tell
 */
export function readServerTime(
  dateHeader: string | null,
  message: string | undefined,
): number | undefined {
  const fromHeader = Date.parse(dateHeader ?? '');
  if (!Number.isNaN(fromHeader)) return fromHeader;
  const [, basic] = /\((\d{8}T\d{6}Z) [+-] \d+ min\.\)/.exec(message ?? '') ?? [];
  return basic === undefined ? undefined : parseBasicTime(basic);
}

/**
 * What to add to this machine's time to get the server's. Both tell whole seconds and the answer was on its way for a
 * while, so that up to two seconds mean nothing.
 *
 * @returns milliseconds, a whole number of seconds
 */
export function toClockOffset(serverTime: number, localTime: number): number {
  const seconds = Math.round((serverTime - localTime) / 1000);
  return Math.abs(seconds) <= 2 ? 0 : seconds * 1000;
}

/** ISO 8601 basic form, `20261122T090000Z`. */
function parseBasicTime(basic: string): number | undefined {
  const extended = basic.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = Date.parse(extended);
  return Number.isNaN(time) ? undefined : time;
}
