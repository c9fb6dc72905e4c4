import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';

export interface RestoredState {
  /** Content of the state file; undefined where there is none. */
  readonly text: string | undefined;
  /** Whether the state was broken, and that before the run stands in its place. */
  readonly wasBroken: boolean;
}

/**
 * Reads the state after a run that did not end well. Terraform writes it in place, so that a kill leaves half of one; what it was before
 * the run stands beside it, as `.backup`, unless there was none.
 */
export function restoreState(stateFile: string): RestoredState {
  const text = readWhole(stateFile);
  if (text !== undefined || !existsSync(stateFile)) return { text, wasBroken: false };
  const backup = `${stateFile}.backup`;
  const before = readWhole(backup);
  if (before === undefined) rmSync(stateFile);
  else copyFileSync(backup, stateFile);
  return { text: before, wasBroken: true };
}

/** @returns undefined where the file is not there or not whole */
function readWhole(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
