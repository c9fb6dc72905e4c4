import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson } from './parse-terraform-json';
import type { JsonObject } from './value';

const parse = (json: JsonObject) => parseTerraformJson(json, 'cdk.tf.json');

test('names what a file says beside resources, and takes it as it is written', () => {
  const { settings = {} } = parse({
    terraform: [{ backend: { s3: { bucket: 'b' } } }, { required_version: '1.11' }],
    variable: { v: { default: '${as.it.is}' } },
    locals: [{ a: 1 }, { b: '${local.a + 1}' }],
    output: { o: { value: 1, sensitive: true }, plain: { value: 2 } },
    check: { c: { assert: [{ condition: '${true}' }] } },
    import: { to: '${aws_a.x}', id: 'i' },
  });
  assert.deepEqual(Object.keys(settings), [
    'terraform.backend.s3',
    'terraform.required_version',
    'var.v',
    'local.a',
    'local.b',
    'output.o',
    'check.c',
    'import.aws_a.x',
  ]);
  assert.deepEqual(settings['local.b'], { kind: 'literal', value: 2 });
  assert.deepEqual(settings['var.v'], {
    kind: 'object',
    entries: { default: { kind: 'literal', value: '${as.it.is}' } },
  });
});
