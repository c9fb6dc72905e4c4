import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LabClock, MAX_OFFSET_MS } from './lab-clock';

function lab(): { readonly real: { nowMs: number; now(): number }; readonly clock: LabClock } {
  const real = { nowMs: 1_000_000, now: () => real.nowMs };
  return { real, clock: new LabClock(real) };
}

test('is the machine’s own time until it is moved', () => {
  const { real, clock } = lab();
  assert.deepEqual(clock.state, { nowMs: 1_000_000, offsetMs: 0, frozen: false });
  real.nowMs += 5;
  assert.equal(clock.now(), 1_000_005);
});

test('goes on from where it was put, ahead or behind', () => {
  const { real, clock } = lab();
  clock.set(4_600_000);
  real.nowMs += 10;
  assert.deepEqual(clock.state, { nowMs: 4_600_010, offsetMs: 3_600_000, frozen: false });
  clock.set(400_000);
  assert.equal(clock.now(), 400_000);
});

test('stands while frozen, can be put forward so, and goes on from there', () => {
  const { real, clock } = lab();
  clock.freeze();
  real.nowMs += 500;
  assert.equal(clock.now(), 1_000_000);
  assert.deepEqual(clock.state, { nowMs: 1_000_000, offsetMs: -500, frozen: true });
  clock.set(2_000_000);
  real.nowMs += 500;
  assert.equal(clock.now(), 2_000_000);
  clock.thaw();
  real.nowMs += 7;
  assert.equal(clock.now(), 2_000_007);
});

test('thawing what is not frozen changes nothing, and a reset undoes all', () => {
  const { real, clock } = lab();
  clock.set(3_000_000);
  clock.thaw();
  assert.equal(clock.now(), 3_000_000);
  clock.freeze();
  clock.reset();
  assert.deepEqual(clock.state, { nowMs: real.nowMs, offsetMs: 0, frozen: false });
});

test('goes twenty years either way, and stays where it was for more', () => {
  const { real, clock } = lab();
  for (const ms of [real.nowMs + MAX_OFFSET_MS, real.nowMs - MAX_OFFSET_MS]) {
    clock.set(ms);
    assert.equal(clock.now(), ms);
    const further = ms + Math.sign(ms - real.nowMs);
    assert.throws(() => {
      clock.set(further);
    }, RangeError);
    assert.equal(clock.now(), ms);
  }
});
