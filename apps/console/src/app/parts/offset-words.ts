const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
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
    .map(({ name, count }) => `${count.toLocaleString()} ${name}${count === 1 ? '' : 's'}`)
    .join(' ');
}

/** How far a clock is from this machine's, as a sentence. */
export function offsetWords(offsetMs: number): string {
  if (Math.abs(offsetMs) < 1000) return 'The same as this machine’s clock.';
  return `${durationWords(offsetMs)} ${offsetMs > 0 ? 'ahead of' : 'behind'} this machine’s clock.`;
}
