import assert from 'node:assert/strict';
import test from 'node:test';

import { concretePaths } from './concrete-paths';
import { splitStagePath } from './stage-path';

for (const [target, expected] of [
  ['/dev', { stage: 'dev', asSent: '/', path: '/', contextPath: '/dev' }],
  ['/dev/secure', { stage: 'dev', asSent: '/secure', path: '/secure', contextPath: '/dev/secure' }],
  ['//dev/a', { stage: 'dev', asSent: '/a', path: '/a', contextPath: '/dev/a' }],
  ['/dev//a//b/', { stage: 'dev', asSent: '//a//b/', path: '/a//b/', contextPath: '/dev//a//b/' }],
  ['/', undefined],
  ['*', undefined],
  ['http://localhost/dev', undefined],
] as const) {
  test(`splits the target ${target}`, () => {
    assert.deepEqual(splitStagePath(target), expected);
  });
}

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
