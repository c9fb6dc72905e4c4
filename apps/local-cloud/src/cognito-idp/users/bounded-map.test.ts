import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BoundedMap } from './bounded-map';

test('forgets the entry that was set longest ago, and only beyond its bound', () => {
  const map = new BoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  assert.deepEqual([map.get('a'), map.get('b'), map.get('c')], [3, undefined, 4]);
  map.delete('c');
  assert.equal(map.get('c'), undefined);
});
