import assert from 'node:assert/strict';
import { test } from 'node:test';

import { concretePaths } from './concrete-paths';

for (const [asSent, expected] of [
  ['/secure', ['/secure']],
  ['/secure/', ['/secure/', '/secure']],
  ['//vip', ['//vip', '/vip']],
  ['/a/../vip', ['/a/../vip', '/vip']],
  ['/%76ip', ['/%76ip', '/vip']],
  ['/open/..%2f..%2Fvip', ['/open/..%2f..%2Fvip', '/vip']],
  ['/a%2Fb', ['/a%2Fb', '/a/b']],
  ['/a%zz%2Fb', ['/a%zz%2Fb', '/a%zz/b']],
  ['/', ['/']],
] as const) {
  test(`asks policies about every reading of ${asSent}`, () => {
    assert.deepEqual(concretePaths(asSent), expected);
  });
}
