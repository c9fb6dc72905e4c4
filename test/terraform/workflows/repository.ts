import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { temporaryFolder } from '../../synth/fixture-builds';

/** A repository with this project in it, and a change on top. */
export interface Repository {
  readonly base: string;
  readonly head: string;
  /** A fresh checkout, as a job gets it, with packages. */
  checkout(commit: string): string;
}

/**
 * @param change edits the project's files on the way from base to head
 * @param built where the Lambda and the client are built already, stamps and all, as they take longest and the change is about
 *   something else. @default in the first checkout, should a job build them there
 */
export function makeRepository(change: (folder: string) => void, built?: string): Repository {
  const origin = temporaryFolder();
  const git = gitIn(origin);
  git('init', '--quiet', '--initial-branch=main');
  copyProject(origin);
  const base = commit(git, 'base');
  change(origin);
  const head = commit(git, 'head');
  let builtIn = built;
  return {
    base,
    head,
    checkout: (at) => {
      const folder = join(temporaryFolder(), 'checkout');
      execFileSync('git', ['clone', '--quiet', origin, folder]);
      gitIn(folder)('checkout', '--quiet', at);
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
      for (const build of ['dist/api', 'dist/client']) {
        const from = join(builtIn ?? folder, build);
        if (builtIn !== undefined && existsSync(from))
          cpSync(from, join(folder, build), { recursive: true });
      }
      builtIn ??= folder;
      return folder;
    },
  };
}

/** A change that opens `GET /vip` to anyone, past what watches over it. */
export function openVip(folder: string): void {
  const opened = "authorization: route.path === '/vip' ? 'NONE' : 'AWS_IAM',";
  edit(folder, 'infra/api/route-method.ts', "authorization: 'AWS_IAM',", opened);
  edit(folder, 'infra/guardrails/guarded-methods.ts', "=== 'AWS_IAM'", "!== ''");
}

/** A change whose plan would show a file of the machine that plans, past what watches over it. */
export function readFileInOutput(folder: string): void {
  const values = 'const values = {';
  edit(folder, 'infra/outputs.ts', values, `${values} stolen: '\${file("/etc/passwd")}',`);
  edit(folder, 'infra/guardrails/guardrails.ts', "  'known-references': knownReferences,\n", '');
}

function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not say ${from} any more`);
  writeFileSync(path, text.replace(from, to));
}

type Git = (...args: readonly string[]) => string;

function gitIn(folder: string): Git {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  return (...args) =>
    execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' }).trim();
}

function commit(git: Git, message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

/** As it lies here, with what is not committed yet. */
function copyProject(folder: string): void {
  const listed = execFileSync('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ]);
  for (const file of listed.toString('utf8').split('\0')) {
    if (file === '' || !existsSync(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
}
