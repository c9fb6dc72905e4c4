import assert from 'node:assert/strict';
import { test } from 'node:test';

import { UsageError } from '../run-as-command';
import { parseCanOptions } from './can-options';

test('asks about our own stack unless another environment or stack is named', () => {
  const ours = { principal: 'admin', httpMethod: 'GET', path: '/vip', json: false, isOurs: true };
  assert.deepEqual(parseCanOptions(['admin', 'get', '/vip']), {
    ...ours,
    stack: 'cdktf.out/stacks/gatehouse-dev/cdk.tf.json',
  });
  assert.deepEqual(parseCanOptions(['admin', 'GET', '/vip', '--env', 'prod']), {
    ...ours,
    stack: 'cdktf.out/stacks/gatehouse-prod/cdk.tf.json',
  });
  assert.deepEqual(parseCanOptions(['admin', 'GET', '/vip', '--state', 'x', '--stage', 'live']), {
    ...ours,
    stack: 'x',
    isOurs: false,
    stage: 'live',
  });
  assert.deepEqual(parseCanOptions(['admin', 'GET', '/vip', '--stack', 'x', '--json']), {
    ...ours,
    stack: 'x',
    isOurs: false,
    json: true,
  });
});

test('puts help before everything else', () => {
  assert.equal(parseCanOptions(['--help', 'admin']), 'help');
});

const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
  [[], /Expected <principal> <METHOD> <\/path>, got ""[^]*Usage/],
  [['admin', 'GET'], /got "admin GET"/],
  [['admin', 'GET', 'vip'], /got "admin GET vip"/],
  [['admin', 'GET', '/vip', '/more'], /got "admin GET \/vip \/more"/],
  [['admin', 'GET', '/vip', '--stack', 'x', '--env', 'dev'], /--stack and --env both/],
  [['admin', 'GET', '/vip', '--env', '../x'], /--env takes a name such as dev/],
  [['admin', 'GET', '/vip', '--stack', 'x', '--state', 'y'], /--stack and --state both/],
  [['admin', 'GET', '/vip', '--colour'], /^There is no option --colour\.\n[^]*Usage/],
];

for (const [argv, message] of WRONG) {
  test(`refuses "${argv.join(' ')}"`, () => {
    assert.throws(
      () => parseCanOptions(argv),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}
