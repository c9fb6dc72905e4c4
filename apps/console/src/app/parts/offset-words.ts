import { counted } from './counted';

const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1000],
] as const;

/** `1 hour 5 minutes`: the two largest units, and less than a second as `0 seconds`. */
export function durationWords(ms: number): string {
  const counts: { readonly name: string; readonly count: number }[] = [];
  let rest = Math.abs(ms);
  for (const [name, unitMs] of UNITS) {
    counts.push({ name, count: Math.floor(rest / unitMs) });
    rest %= unitMs;
  }
  const first = counts.findIndex(({ count }) => count > 0);
  if (first < 0) return '0 seconds';
  return counts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => counted(count, name))
    .join(' ');
}

/** How far a clock is from this machine's, as a sentence. */
export function offsetWords(offsetMs: number): string {
  if (Math.abs(offsetMs) < 1000) return 'The same as this machine’s clock.';
  // A clock that was put an hour further is a millisecond short of it, by the time that the request took.
  const seconds = Math.round(offsetMs / 1000) * 1000;
  return `${durationWords(seconds)} ${offsetMs > 0 ? 'ahead of' : 'behind'} this machine’s clock.`;
}
