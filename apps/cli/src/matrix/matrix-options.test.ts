import assert from 'node:assert/strict';
import { test } from 'node:test';

import { UsageError } from '../run-as-command';
import { parseMatrixOptions } from './matrix-options';

test('prints our own stack unless another is named', () => {
  const stack = 'cdktf.out/stacks/gatehouse-dev/cdk.tf.json';
  const ours = { kind: 'print', stack, isOurs: true, json: false };
  assert.deepEqual(parseMatrixOptions([]), ours);
  assert.deepEqual(parseMatrixOptions(['--env', 'prod']), {
    ...ours,
    stack: 'cdktf.out/stacks/gatehouse-prod/cdk.tf.json',
  });
  const named = { kind: 'print', stack: 'x', isOurs: false, json: true };
  assert.deepEqual(parseMatrixOptions(['--stack', 'x', '--json']), named);
  assert.deepEqual(parseMatrixOptions(['--state', 'x', '--json']), named);
});

test('compares where two stacks are named', () => {
  const compare = { kind: 'compare', base: 'a', head: 'b', json: false, exitCode: false };
  assert.deepEqual(parseMatrixOptions(['--base', 'a', '--head', 'b']), compare);
  const strict = parseMatrixOptions(['--base=a', '--head=b', '--exit-code']);
  assert.deepEqual(strict, { ...compare, exitCode: true });
});

test('puts help before everything else', () => {
  assert.deepEqual(parseMatrixOptions(['--help', '--base', 'a']), { kind: 'help' });
});

const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
  [['--base', 'a'], /--base needs --head/],
  [['--head', 'a'], /--head needs --base/],
  [['--base', 'a', '--head', 'b', '--stack', 'c'], /--stack/],
  [['--base', 'a', '--head', 'b', '--env', 'dev'], /--env is for one stack/],
  [['--exit-code'], /--exit-code needs/],
  [['--colour'], /--colour.*Usage/s],
  [['file'], /file.*Usage/s],
];

for (const [argv, message] of WRONG) {
  test(`refuses ${argv.join(' ')}`, () => {
    assert.throws(
      () => parseMatrixOptions(argv),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}
