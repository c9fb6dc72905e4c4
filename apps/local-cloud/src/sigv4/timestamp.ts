import { rememberLast } from '../remember-last';

const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** `20150830T123600Z` → milliseconds since 1970; `undefined` when it is not such a date. */
export const parseBasicDate = rememberLast((text: string): number | undefined => {
  const match = BASIC.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // A day that its month has not is taken for one of the next month.
  return Number.isNaN(at) || new Date(at).getUTCDate() !== Number(day) ? undefined : at;
});

/** Milliseconds since 1970 → `20150830T123600Z`, seconds cut. */
export function toBasicDate(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
