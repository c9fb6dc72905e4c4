import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

export interface Reviewed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command itself. @param cwd @default this checkout */
export function runReview(
  args: readonly string[],
  { cwd = '.', env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Reviewed {
  const tsx = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--import=${tsx}`,
      resolve('apps/cli/src/review.ts'),
      ...args,
    ],
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, TSX_TSCONFIG_PATH: resolve('tsconfig.json'), ...env },
    },
  );
  return { status, stdout, stderr };
}

/** A folder that is gone when the tests of the file have run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-review-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A file with this text. @returns its path */
export function fileWith(text: string, name = 'plan.json'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** One of the committed plans, unpacked. @returns the path of the file */
export function planFile(kind: string): string {
  const packed = readFileSync(join('test/fixtures/plans', kind, 'plan.json.gz'));
  return fileWith(gunzipSync(packed).toString('utf8'));
}
