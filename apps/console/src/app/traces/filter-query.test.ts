import assert from 'node:assert/strict';
import { test } from 'node:test';

import { filterIn, filterQuery } from './filter-query';
import type { TraceFilter } from './filter-traces';

const EVERYTHING: TraceFilter = { verdict: 'all', text: '', preflights: false };

const addressOf = (filter: TraceFilter): URLSearchParams =>
  new URLSearchParams(
    Object.entries(filterQuery(filter)).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  );

test('an address holds what the list is narrowed by, and nothing where it is not', () => {
  assert.equal(addressOf(EVERYTHING).toString(), '');
  const narrow = { verdict: 'refused', text: 'vip & user', preflights: true } as const;
  assert.equal(addressOf(narrow).toString(), 'show=refused&find=vip+%26+user&preflights=too');
  assert.deepEqual(filterIn(addressOf(narrow)), narrow);
  assert.deepEqual(filterIn(addressOf(EVERYTHING)), EVERYTHING);
});

test('an address that makes no sense narrows nothing', () => {
  assert.deepEqual(filterIn(new URLSearchParams('show=nope&preflights=x')), EVERYTHING);
});
