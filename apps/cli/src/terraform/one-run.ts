import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

import { forgetOrphans, openAppliedStore } from '@gatehouse/applied-store';

import { hasCode } from '../has-code';
import { CommandFailed } from '../run-command';
import { isAlive } from './is-alive';
import type { LocalFolders } from './local-folders';
import { serveState } from './serve-state';

/**
 * Runs one command over a store at a time, and keeps its state. A run that did not end well left a mark; then what it made and Terraform
 * does not know of goes away first, so that the next apply makes it whole.
 * @param command is given the environment in which Terraform finds its state
 * @returns the exit code of the command; 1 where it says that all is well, and its Terraform was ended in the middle: cdktf does that
 * @throws CommandFailed where another one runs
 */
export async function oneRun(
  folders: LocalFolders,
  say: (line: string) => void,
  command: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<number> {
  const { stack, store, stateFile, unfinished } = folders;
  mkdirSync(dirname(unfinished), { recursive: true, mode: 0o700 });
  if (leaveMark(unfinished, stack) === 'again') heal(store, stateFile, say);
  const served = await serveState(folders);
  const env = { ...served.env, GATEHOUSE_COMMAND_PID: String(process.pid) };
  const code = await command(env).finally(() => served.close());
  if (code !== 0) return code;
  if (served.isLocked) {
    say(
      'Terraform was ended in the middle of its work: not all is made. Run the command again, and it makes it whole.',
    );
    return 1;
  }
  rmSync(unfinished, { force: true });
  return 0;
}

/**
 * The mark of the one command that works on a stack: made by whoever comes first, taken over from one that is gone.
 * @returns `again` where the run before did not end well
 */
function leaveMark(file: string, stack: string): 'first' | 'again' {
  let before: 'first' | 'again' = 'first';
  for (;;) {
    if (isMade(file)) return before;
    const owner = ownerOf(file);
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
      throw new CommandFailed(
        `Another command (process ${owner}) works on ${stack} right now. Wait for it to end, or stop it.`,
      );
    }
    if (takeAway(file)) before = 'again';
  }
}

/** With its content or not at all: whoever looks must not find the mark of nobody. @returns whether there was none */
function isMade(file: string): boolean {
  const own = `${file}.new-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/** Only one of several can. */
function takeAway(file: string): boolean {
  const taken = `${file}.old-${process.pid}`;
  try {
    renameSync(file, taken);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
  rmSync(taken);
  return true;
}

/** Makes state and store agree again after a run that did not end well. */
function heal(storeFolder: string, stateFile: string, say: (line: string) => void): void {
  const state = existsSync(stateFile) ? readFileSync(stateFile, 'utf8') : undefined;
  const forgotten = forgetOrphans(openAppliedStore(storeFolder), state);
  if (forgotten.length > 0) {
    say(
      `The run before did not end well: forgot ${forgotten.join(', ')}, which Terraform does not know of.`,
    );
  }
}

function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
