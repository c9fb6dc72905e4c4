/** A review that warns of everything is read by nobody: of what is done every day it has nothing to warn of. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { review, toPlain, toSnapshot, type Snapshot } from '@gatehouse/plan-review';
import { parseTerraformJson } from '@gatehouse/terraform-json';

import { EVERYDAY } from './everyday';
import { makeStack, type SampleStack } from './sample';

function snapshot(stack?: SampleStack): Snapshot {
  const file = join(makeStack(stack), 'cdk.tf.json');
  return toSnapshot(parseTerraformJson(readFileSync(file, 'utf8'), 'cdk.tf.json'));
}

const base = snapshot();

for (const [about, stack] of Object.entries(EVERYDAY)) {
  test(`warns of nothing: ${about}`, () => {
    const report = review({
      base,
      head: snapshot(stack),
      waivers: { base: [], today: '2026-01-01' },
    });
    const warnings = report.findings.filter(({ severity }) => severity !== 'info');
    assert.deepEqual(
      warnings.map(({ rule, address, message }) => `${rule} ${address}: ${toPlain(message)}`),
      [],
    );
    assert.deepEqual(
      report.unknown.map(({ because }) => toPlain(because)),
      [],
    );
    assert.equal(report.isSilent, false);
  });
}

test('there are twenty of them, at least', () => {
  assert.ok(Object.keys(EVERYDAY).length >= 20);
});
