import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { applyLantern, LANTERN } from './lantern';
import { WANTS_TERRAFORM } from './workspace';

test('the state of the modules is what Terraform makes of them', WANTS_TERRAFORM, () => {
  const committed = readFileSync(join(LANTERN, 'state.json'), 'utf8');
  const [made, kept] = [applyLantern(), committed].map((text) => JSON.parse(text) as StateJson);
  assert.deepEqual(
    made?.values,
    kept?.values,
    'tsx test/terraform/write-lantern.ts writes it anew',
  );
});

interface StateJson {
  readonly values: unknown;
}
