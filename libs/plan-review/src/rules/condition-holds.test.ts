import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { toPlain } from '../say';
import { snapshotOf } from '../testing/check-rule';
import { planOf } from '../testing/plan.fixture';
import { conditionHolds } from './condition-holds';

function findingsOf(...checks: readonly JsonObject[]): readonly string[] {
  const plan = planOf([], { checks });
  const verdicts = conditionHolds.check({ head: snapshotOf({}), plan, moved: new Map() });
  return [...verdicts].map((verdict) =>
    verdict.kind === 'finding' ? `${verdict.address}: ${toPlain(verdict.message)}` : '?',
  );
}

const address = { kind: 'check', name: 'health', to_display: 'check.health' };

test('reports a condition that does not hold, in the words of its author', () => {
  const problems = [{ message: 'the site answers 500' }];
  assert.deepEqual(
    findingsOf({ address, status: 'fail', instances: [{ status: 'fail', problems }] }),
    ['check.health: its condition does not hold: the site answers 500'],
  );
  assert.deepEqual(findingsOf({ address, status: 'fail' }), [
    'check.health: its condition does not hold',
  ]);
});

test('reports one that could not be worked out', () => {
  assert.deepEqual(findingsOf({ address, status: 'error' }), [
    'check.health: its condition could not be worked out',
  ]);
});

test('says nothing of one that holds, or that only apply will work out', () => {
  assert.deepEqual(findingsOf({ address, status: 'pass' }, { address, status: 'unknown' }), []);
});
