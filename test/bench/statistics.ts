/** The middle of the values, which one slow run on a busy machine does not move. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** One line of the report: a figure, what it stands beside, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly baseline: string;
  readonly goal: string;
  readonly met: boolean;
}
