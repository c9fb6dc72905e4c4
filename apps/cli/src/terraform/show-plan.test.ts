import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changesAnything } from './show-plan';

const planOf = (resource: string, output: string): string =>
  JSON.stringify({
    resource_changes: [{ change: { actions: ['no-op'] } }, { change: { actions: [resource] } }],
    output_changes: { siteUrl: { actions: [output] } },
  });

test('tells a plan that changes a resource or an output from one that changes nothing', () => {
  assert.equal(changesAnything(planOf('update', 'no-op')), true);
  assert.equal(changesAnything(planOf('no-op', 'create')), true);
  assert.equal(changesAnything(planOf('no-op', 'no-op')), false);
  assert.equal(changesAnything('{}'), false);
});
