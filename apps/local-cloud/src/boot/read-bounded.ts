import { readFileSync, statSync } from 'node:fs';

import { BootError } from '../boot-error';

/** Far above any real stack (API Gateway's own limits end at a few hundred methods); bounds memory. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads a file that anyone may have written.
 * @param missing says what to do where there is none
 * @param is `Is it a cdktf stack?`
 */
export function readBounded(file: string, missing: () => string, is: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new BootError('ERR_STACK_MISSING', missing());
  if (size > MAX_BYTES) {
    throw new BootError(
      'ERR_STACK_TOO_LARGE',
      `${file} has ${size} bytes; at most ${MAX_BYTES} are read. ${is}`,
    );
  }
  return readFileSync(file, 'utf8');
}
