import { parseWaivers, WaiverError, type Waiver } from '@gatehouse/plan-review';

import { UsageError } from '../run-as-command';
import { fileAt } from './git';
import { readBounded } from './read-plan';
import { WAIVERS_FILE } from './review-options';

const MAX_BYTES = 1024 * 1024;

/** The waivers of one side: of the file that is named, else of its commit; `undefined`: nobody has said. */
export function readWaivers(
  file: string | undefined,
  commit: string | undefined,
): readonly Waiver[] | undefined {
  if (file !== undefined) return parse(readBounded(file, MAX_BYTES), file);
  if (commit === undefined) return undefined;
  const text = fileAt(commit, WAIVERS_FILE);
  return text === undefined ? [] : parse(text, `${commit.slice(0, 12)}:${WAIVERS_FILE}`);
}

function parse(text: string, fileName: string): readonly Waiver[] {
  try {
    return parseWaivers(text, fileName);
  } catch (error) {
    if (error instanceof WaiverError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
