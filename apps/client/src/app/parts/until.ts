import { spanInWords } from '../calls/clock-ahead';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:32 (in 58 minutes)`, or `14:32 (over)`, in the local time zone. */
export function until(when: Date, now = Date.now()): string {
  const left = when.getTime() - now;
  return `${TIME.format(when)} (${left <= 0 ? 'over' : `in ${spanInWords(left)}`})`;
}
