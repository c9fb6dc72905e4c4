import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { UsageError } from '../run-as-command';
import { readStack } from './read-stack';
import { smallStack, stackFolder } from './stack.fixture';

function assertRefused(path: string, ...words: readonly string[]): void {
  assert.throws(
    () => readStack(path),
    (error: unknown) => {
      assert.ok(error instanceof UsageError, String(error));
      for (const word of words) assert.ok(error.message.includes(word), error.message);
      return true;
    },
  );
}

test('reads a stack by its file or its folder', () => {
  const folder = stackFolder(smallStack('NONE'));
  for (const path of [folder, join(folder, 'cdk.tf.json')]) {
    assert.equal(readStack(path).restApis.length, 1);
  }
});

test('says in one sentence what is wrong with a file that is missing or corrupt', () => {
  assertRefused('/no/such/stack', '/no/such/stack is not there', 'npm run build');
  assertRefused(stackFolder('{"resource": '), 'cdk.tf.json is not JSON', 'npm run build');
  assertRefused(stackFolder('[]'), 'must be an object');
});

test('reads a file that says its format as a state', () => {
  const state = { format_version: '1.0', values: { root_module: { resources: [] } } };
  assertRefused(stackFolder(state), 'is a state with no resources in it');
});

test('says what the stack holds that is not understood', () => {
  const resource = { aws_wafv2_web_acl: { wall: {} } };
  assertRefused(
    stackFolder({ ...smallStack('NONE'), resource }),
    'aws_wafv2_web_acl.wall',
    'not-modelled.ts',
  );
  const output = { a: { value: '${aws_iam_role.gone.arn}' } };
  assertRefused(
    stackFolder({ ...smallStack('NONE'), output }),
    'output.a.value',
    'aws_iam_role.gone',
  );
});
