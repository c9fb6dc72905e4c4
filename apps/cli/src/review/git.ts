import { spawnSync } from 'node:child_process';

import { UsageError } from '../run-as-command';

/** What `git` printed, or nothing when it ended with anything but 0. */
function git(args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...args], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

/** The full name of a commit; a branch or a tag is the commit that it is at. @returns undefined where there is none */
export function commitOf(name: string): string | undefined {
  if (name.startsWith('-')) return undefined;
  return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim();
}

/** The top folder of the checkout. @throws UsageError outside of one */
export function repositoryRoot(): string {
  const root = git(['rev-parse', '--show-toplevel'])?.trim();
  if (root === undefined) {
    throw new UsageError('A commit was named, but this is no git checkout: name a cdk.tf.json.');
  }
  return root;
}

/** The text of a file as a commit has it. @returns undefined where the commit has none */
export function fileAt(commit: string, path: string): string | undefined {
  return git(['show', `${commit}:${path}`]);
}
