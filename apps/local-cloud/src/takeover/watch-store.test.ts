import assert from 'node:assert/strict';
import { test } from 'node:test';

import { handCranked } from './testing/hand-cranked';
import { watchStore } from './watch-store';

function watched({ seen, canListen }: { seen?: string; canListen?: boolean } = {}) {
  const surroundings = handCranked(canListen);
  const store = { folder: 'store', now: seen, generation: () => store.now };
  let settled = 0;
  const stop = watchStore(
    store,
    seen,
    () => {
      settled += 1;
    },
    surroundings,
  );
  const write = (generation: string): void => {
    store.now = generation;
    surroundings.change();
  };
  return { ...surroundings, store, write, stop, settled: () => settled };
}

test('tells of a change once the store has been quiet for a quarter of a second', () => {
  const { write, pass, settled } = watched({ seen: 'a' });
  write('b');
  pass(249);
  write('c');
  pass(249);
  assert.equal(settled(), 0);
  pass(1);
  assert.equal(settled(), 1);
  pass(60_000);
  assert.equal(settled(), 1);
});

test('says nothing of what is served already, and of changes that change nothing', () => {
  const { change, pass, settled } = watched({ seen: 'a' });
  change();
  pass(5_000);
  assert.equal(settled(), 0);
});

test('tells of what was applied before it began to watch', () => {
  const surroundings = handCranked();
  let settled = 0;
  watchStore({ folder: 'store', generation: () => 'b' }, 'a', () => (settled += 1), surroundings);
  surroundings.pass(250);
  assert.equal(settled, 1);
});

test('looks now and then where a folder cannot be listened to', () => {
  const { store, pass, settled } = watched({ canListen: false });
  store.now = 'first';
  pass(1_250);
  assert.equal(settled(), 1);
});

test('says nothing when somebody removes the folder by hand', () => {
  const { store, change, pass, settled } = watched({ seen: 'a' });
  store.now = undefined;
  change();
  pass(5_000);
  assert.equal(settled(), 0);
});

test('waits on when the store changed and nobody heard', () => {
  const { store, write, pass, settled } = watched({ seen: 'a' });
  write('b');
  pass(200);
  store.now = 'c';
  pass(50);
  assert.equal(settled(), 0);
  pass(250);
  assert.equal(settled(), 1);
});

test('hears nothing after it was stopped', () => {
  const { write, pass, stop, settled, isHeard } = watched({ seen: 'a' });
  write('b');
  stop();
  pass(5_000);
  assert.deepEqual([settled(), isHeard()], [0, false]);
});
