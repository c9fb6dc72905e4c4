import assert from 'node:assert/strict';
import { test } from 'node:test';

import { OutsideWatch, type OutsideWatched } from './outside-watch';

const MB = 1024 * 1024;

interface Thread extends OutsideWatched {
  /** It is heard of. */
  look(): void;
}

/** A watch over threads of 128 MB each, in a process of a size that the test says. */
class Watched {
  resident = 100 * MB;
  ours = 50 * MB;
  readonly killed: string[] = [];
  readonly watch = new OutsideWatch(() => ({ resident: this.resident, ours: this.ours }));

  thread(name: string): Thread {
    let looks = 0;
    const watched: OutsideWatched = this.watch.add({
      limitBytes: 128 * MB,
      looks: () => looks,
      kill: () => {
        this.killed.push(name);
        watched.remove();
      },
    });
    const look = (): void => {
      looks += 1;
    };
    return { ...watched, look };
  }

  /** A running thread that was heard of, and is silent from now on. */
  silent(name: string): Thread {
    const thread = this.thread(name);
    thread.look();
    this.watch.look();
    return thread;
  }

  grow(megabytes: number): readonly string[] {
    this.resident += megabytes * MB;
    this.watch.look();
    return this.killed;
  }
}

test('a silent thread is killed when the process has grown by more than its memory and the slack', () => {
  const watched = new Watched();
  watched.silent('runaway');
  assert.deepEqual(watched.grow(128 + 64), []);
  assert.deepEqual(watched.grow(1), ['runaway']);
  assert.deepEqual(watched.grow(1_000), ['runaway']);
});

test('a thread that looks for itself is not judged, however much the process grows', () => {
  const watched = new Watched();
  const healthy = watched.silent('healthy');
  for (let look = 0; look < 5; look += 1) {
    healthy.look();
    assert.deepEqual(watched.grow(500), []);
  }
});

test('what the other running functions may take is not held against a silent one', () => {
  const watched = new Watched();
  watched.silent('silent');
  const other = watched.thread('other');
  other.look();
  assert.deepEqual(watched.grow(2 * 128 + 64), []);
  other.look();
  assert.deepEqual(watched.grow(1), ['silent']);
});

test('nor what a function has taken that ended meanwhile, but one that was idle all the time took nothing', () => {
  const watched = new Watched();
  const ended = watched.thread('ended');
  ended.look();
  watched.silent('silent');
  ended.end();
  assert.deepEqual(watched.grow(2 * 128 + 64), []);
  assert.deepEqual(watched.grow(1), ['silent']);

  const later = new Watched();
  later.thread('idle').end();
  later.silent('silent');
  assert.deepEqual(later.grow(128 + 65), ['silent']);
});

test('what this process itself takes is nobody’s, and what it frees is nobody’s growth', () => {
  const watched = new Watched();
  watched.silent('silent');
  watched.ours += 300 * MB;
  assert.deepEqual(watched.grow(300), []);
  watched.ours -= 300 * MB;
  assert.deepEqual(watched.grow(-108), []);
  assert.deepEqual(watched.grow(1), ['silent']);
});

test('a thread that has not begun with the function, or runs nothing, is left alone', () => {
  const watched = new Watched();
  watched.thread('starting');
  watched.silent('idle').end();
  watched.grow(0);
  assert.deepEqual(watched.grow(5_000), []);
});

test('of two silent threads one is killed, and what the other grew by is counted anew', () => {
  const watched = new Watched();
  watched.silent('first');
  watched.silent('second');
  assert.deepEqual(watched.grow(2 * 128 + 65), ['first']);
  assert.deepEqual(watched.grow(0), ['first']);
  assert.deepEqual(watched.grow(128 + 64), ['first']);
  assert.deepEqual(watched.grow(1), ['first', 'second']);
});

test('memory is not read while nothing runs', () => {
  let reads = 0;
  const watch = new OutsideWatch(() => {
    reads += 1;
    return { resident: 0, ours: 0 };
  });
  const thread = watch.add({ limitBytes: MB, looks: () => 1, kill: () => undefined });
  thread.end();
  watch.look();
  assert.equal(reads, 0);
  thread.begin();
  watch.look();
  assert.equal(reads, 1);
});
