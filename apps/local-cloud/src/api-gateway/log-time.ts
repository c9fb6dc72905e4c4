import { rememberLast } from '../remember-last';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `08/Oct/2019:16:22:40 +0000`: the common log format. */
export function toLogTime(atMs: number): string {
  return ofSecond(Math.floor(atMs / 1000));
}

const ofSecond = rememberLast((seconds: number): string => {
  const at = new Date(seconds * 1000);
  const day = String(at.getUTCDate()).padStart(2, '0');
  const time = at.toISOString().slice(11, 19);
  return `${day}/${MONTHS[at.getUTCMonth()] ?? ''}/${at.getUTCFullYear()}:${time} +0000`;
});
