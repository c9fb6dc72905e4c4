import { readFileSync, statSync } from 'node:fs';

import { JobError } from './job';

/** What a job reads was written by another, which may have run anybody's code. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** @throws JobError when there is no such file, or it is larger */
export function readBounded(file: string, maxBytes = MAX_FILE_BYTES): Buffer {
  try {
    const { size } = statSync(file);
    if (size > maxBytes)
      throw new JobError(`${file} has ${size} bytes; at most ${maxBytes} are read.`);
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof JobError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new JobError(`${file} cannot be read: ${why}`, { cause });
  }
}

/** @throws JobError when it is not JSON */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readBounded(file).toString('utf8'));
  } catch (cause) {
    if (cause instanceof JobError) throw cause;
    throw new JobError(`${file} is not JSON.`, { cause });
  }
}
