/** What one stage of `npm test` found. A check without tests of its own (a linter) counts as one. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Stage {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts from what the program printed or wrote; absent: one check, passed when it leaves with 0. */
  readonly count?: (output: string) => Counts;
}

/** A stage that should have counted and could not has failed, whatever its exit code says. */
export const NOTHING_COUNTED: Counts = { passed: 0, failed: 1, skipped: 0 };

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number): number =>
    all.reduce((total, counts) => total + pick(counts), 0);
  return {
    passed: sum((c) => c.passed),
    failed: sum((c) => c.failed),
    skipped: sum((c) => c.skipped),
  };
}

/** The closing line: `12 passed, 0 failed`, and `, 1 skipped` where true. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
