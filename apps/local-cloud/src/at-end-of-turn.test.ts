import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { test } from 'node:test';

import { atEndOfTurn } from './at-end-of-turn';

test('does everything of one turn at its end, in order, and once', async () => {
  const done: string[] = [];
  atEndOfTurn(() => {
    done.push('one');
    atEndOfTurn(() => done.push('three'));
  });
  atEndOfTurn(() => done.push('two'));
  assert.deepEqual(done, []);
  await nextTurn();
  assert.deepEqual(done, ['one', 'two']);
  await nextTurn();
  assert.deepEqual(done, ['one', 'two', 'three']);
});
