import assert from 'node:assert/strict';

import { AuthModelError, type AuthModelErrorCode } from '../auth-model-error';

/** The model refuses, with this code and a message that holds all of these words. */
export function assertRefused(
  run: () => unknown,
  code: AuthModelErrorCode,
  ...words: readonly string[]
): void {
  assert.throws(run, (error: unknown) => {
    assert.ok(error instanceof AuthModelError, String(error));
    assert.equal(error.code, code, error.message);
    for (const word of words) assert.ok(error.message.includes(word), error.message);
    return true;
  });
}
