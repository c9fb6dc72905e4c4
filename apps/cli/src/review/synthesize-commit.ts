import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { strToU8, zipSync } from 'fflate';

import { CommandFailed, runCommand } from '../run-command';
import { UsageError } from '../run-as-command';
import { repositoryRoot } from './git';

/**
 * The `cdk.tf.json` that a commit synthesizes for an environment. It is checked out below `dist/`, where Node finds the packages of
 * this checkout, and is gone afterwards, whatever happens.
 * @throws UsageError in the words of what failed
 */
export async function synthesizeCommit(commit: string, environment: string): Promise<string> {
  const root = repositoryRoot();
  const parent = join(root, 'dist', 'review');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'commit-'));
  const remove = (): void => {
    removeWorktree(root, folder);
  };
  // An interrupted child ends this process from within its own listener.
  process.once('exit', remove);
  try {
    const worktree = join(folder, 'tree');
    await runCommand('git', [
      '-C',
      root,
      '-c',
      'core.hooksPath=/dev/null',
      'worktree',
      'add',
      '--quiet',
      '--detach',
      worktree,
      commit,
    ]);
    await runSynth({ root, folder, worktree, environment });
    return readFileSync(
      join(folder, 'out', 'stacks', `gatehouse-${environment}`, 'cdk.tf.json'),
      'utf8',
    );
  } catch (error) {
    throw new UsageError(`${commit.slice(0, 12)} could not be synthesized: ${wordsOf(error)}`, {
      cause: error,
    });
  } finally {
    process.off('exit', remove);
    remove();
  }
}

interface Places {
  readonly root: string;
  readonly folder: string;
  readonly worktree: string;
  readonly environment: string;
}

/** Somebody else's code runs here: it gets nothing of our environment but where programs are. */
async function runSynth({ root, folder, worktree, environment }: Places): Promise<void> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  await runCommand(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--import=${tsx}`,
      join(worktree, 'infra', 'synth.ts'),
    ],
    {
      PATH: process.env.PATH,
      HOME: folder,
      TSX_TSCONFIG_PATH: join(worktree, 'tsconfig.json'),
      GATEHOUSE_ENV: environment,
      GATEHOUSE_DIST: buildsFor(root, folder),
      CDKTF_OUTDIR: join(folder, 'out'),
    },
  );
}

/** Both sides carry the builds of this checkout, or placeholders: what differs is what the programs ask for. */
function buildsFor(root: string, folder: string): string {
  const dist = join(root, 'dist');
  const isBuilt = ['api/function.zip', 'client/browser/index.html'].every((file) =>
    existsSync(join(dist, file)),
  );
  if (isBuilt) return dist;
  const placeholders = join(folder, 'dist');
  mkdirSync(join(placeholders, 'api'), { recursive: true });
  mkdirSync(join(placeholders, 'client', 'browser'), { recursive: true });
  const zip = zipSync({ 'index.mjs': [strToU8('export {};'), { mtime: new Date(1980, 0, 1) }] });
  writeFileSync(join(placeholders, 'api', 'function.zip'), zip);
  writeFileSync(join(placeholders, 'client', 'browser', 'index.html'), '<!doctype html>');
  return placeholders;
}

function removeWorktree(root: string, folder: string): void {
  const worktree = join(folder, 'tree');
  spawnSync('git', ['-C', root, 'worktree', 'remove', '--force', worktree], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
  spawnSync('git', ['-C', root, 'worktree', 'prune'], { stdio: 'ignore' });
}

function wordsOf(error: unknown): string {
  if (error instanceof CommandFailed) return error.message;
  return error instanceof Error ? error.message : String(error);
}
