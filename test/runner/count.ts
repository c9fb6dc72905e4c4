import { readFileSync, rmSync } from 'node:fs';

import { NOTHING_COUNTED, type Counts } from './stage';

/** The closing lines of node:test's spec reporter: `ℹ pass 12`. */
export function countNodeTest(output: string): Counts {
  const last = (name: string): number =>
    Number([...output.matchAll(new RegExp(`^ℹ ${name} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return {
    passed: last('pass'),
    failed: last('fail') + last('cancelled'),
    skipped: last('skipped') + last('todo'),
  };
}

/** Counts that a program wrote as JSON. The file is removed first by `forget`, so that an old one is never counted. */
export function countFile(file: string, read: (json: unknown) => Counts): () => Counts {
  rmSync(file, { force: true });
  return () => {
    try {
      return read(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return NOTHING_COUNTED;
    }
  };
}

/** `{ passed, failed, skipped }`, as the Karma reporter writes it. */
export function readCounts(json: unknown): Counts {
  const counts = json as Partial<Counts>;
  return {
    passed: Number(counts.passed),
    failed: Number(counts.failed),
    skipped: Number(counts.skipped),
  };
}

/** `stats` of Playwright's JSON report. A test that passed only when repeated is unreliable: it counts as failed. */
export function readPlaywright(json: unknown): Counts {
  const { stats } = json as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
