import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

export { STACK } from '../changed-stack';
export const BUNDLE = 'dist/local-cloud/main.mjs';

/** Removed when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-start-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Runs the program to its end, as a start that must be refused. */
export function refusedStart(args: readonly string[]): { code: number | null; said: string } {
  const ended = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', BUNDLE, '--port', '0', ...args],
    { encoding: 'utf8', timeout: 20_000 },
  );
  return { code: ended.status, said: `${ended.stdout}${ended.stderr}`.trim() };
}

export function assertOneSentence(said: string, expected: RegExp): void {
  assert.match(said, expected);
  assert.equal(said.split('\n').length, 1, said);
  assert.doesNotMatch(said, /\n\s+at /);
}
