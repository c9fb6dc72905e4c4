import assert from 'node:assert/strict';
import test from 'node:test';

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
