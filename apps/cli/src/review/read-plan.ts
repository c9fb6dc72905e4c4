import { readFileSync, statSync } from 'node:fs';

import { spelledOut } from '@gatehouse/plan-review';
import {
  parseTerraformPlan,
  TerraformJsonError,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

import { UsageError } from '../run-as-command';

/** A stack of five thousand resources needs less. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads what `terraform show -json` printed of a plan. @throws UsageError in one sentence */
export function readPlan(file: string): TerraformPlan {
  const text = readBounded(file, MAX_BYTES);
  try {
    return parseTerraformPlan(text, file);
  } catch (error) {
    if (error instanceof TerraformJsonError) {
      // The sentence quotes the file, which may have been written to play tricks on a terminal.
      throw new UsageError(spelledOut(error.message), { cause: error });
    }
    throw error;
  }
}

/** @throws UsageError where it is not there, or is larger */
export function readBounded(file: string, maxBytes: number): string {
  try {
    const { size } = statSync(file);
    if (size > maxBytes) {
      throw new UsageError(
        `${file} has ${Math.ceil(size / 1024 / 1024)} MB, and ${maxBytes / 1024 / 1024} MB are the most that are read.`,
      );
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read (${words}).`, { cause: error });
  }
}
