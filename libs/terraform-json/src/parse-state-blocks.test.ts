import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson } from './parse-terraform-json';
import type { JsonObject } from './value';

const parse = (json: JsonObject) => parseTerraformJson(json, 'cdk.tf.json');

test('reads what becomes of what is in the state, with templates around an address and without', () => {
  const { moves, removals } = parse({
    moved: [{ from: 'aws_a.x', to: '${aws_a.y}' }],
    removed: { from: 'aws_b.x', lifecycle: [{ destroy: false }] },
  });
  assert.deepEqual(moves, [{ from: 'aws_a.x', to: 'aws_a.y' }]);
  assert.deepEqual(removals, [{ from: 'aws_b.x', destroys: false }]);
  const { removals: destroyed } = parse({ removed: [{ from: 'aws_b.x' }] });
  assert.deepEqual(destroyed, [{ from: 'aws_b.x', destroys: true }]);
  assert.throws(() => parse({ moved: { from: 'aws_a.x' } }), /moved\[0\]\.to is missing/);
});
