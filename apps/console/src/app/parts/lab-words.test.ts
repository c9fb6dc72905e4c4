import assert from 'node:assert/strict';
import { test } from 'node:test';

import { faultWords, isSameOrder, orderOf, scopeWords } from './fault-words';
import { labStateWords } from './lab-state-words';
import { durationWords, offsetWords } from './offset-words';

test('says how long something is in its two largest units', () => {
  assert.equal(durationWords(999), '0 seconds');
  assert.equal(durationWords(1000), '1 second');
  assert.equal(durationWords(3_900_000), '1 hour 5 minutes');
  assert.equal(durationWords(86_400_000 + 5000), '1 day');
  assert.equal(durationWords(-2 * 86_400_000 - 3_600_000), '2 days 1 hour');
});

test('says which way a clock is off, and does not speak of less than a second', () => {
  assert.equal(offsetWords(-40), 'The same as this machine’s clock.');
  assert.equal(offsetWords(360_000), '6 minutes ahead of this machine’s clock.');
  assert.equal(offsetWords(3_599_999), '1 hour ahead of this machine’s clock.');
  assert.equal(offsetWords(-360_000), '6 minutes behind this machine’s clock.');
});

test('says what a fault does, and to which requests', () => {
  const storm = { service: 'api', kind: 'throttle' } as const;
  assert.equal(faultWords(storm), 'The API throttles its callers');
  assert.equal(scopeWords(storm), 'Every request, until it is taken away.');
  const slow = { service: 'userPools', kind: 'delay', delayMs: 3000 } as const;
  assert.equal(faultWords(slow), 'User pools answer late: 3 seconds');
  assert.equal(faultWords({ ...slow, delayMs: 250 }), 'User pools answer late: 250 ms');
  assert.equal(
    scopeWords({ ...storm, method: 'GET', path: '/dev/vip', every: 2, times: 1 }),
    'Only GET; only paths that begin with /dev/vip; one request in 2; once.',
  );
});

test('orders a fault again without its counts, and knows it by its members', () => {
  const fault = { service: 'api', kind: 'error', path: '/dev', met: 4, hit: 2 } as const;
  assert.deepEqual(orderOf(fault), { service: 'api', kind: 'error', path: '/dev' });
  assert.ok(isSameOrder(fault, orderOf(fault)));
  assert.ok(!isSameOrder(fault, { service: 'api', kind: 'error' }));
});

test('says on every page what the laboratory does, and nothing where it does nothing', () => {
  const real = { nowMs: 0, offsetMs: 40, frozen: false };
  const ahead = { ...real, offsetMs: 3_600_000 };
  const storm = { service: 'api', kind: 'throttle', met: 3, hit: 2 } as const;
  assert.equal(labStateWords(undefined, []), undefined);
  assert.equal(labStateWords(real, []), undefined);
  assert.equal(labStateWords(real, [{ ...storm, times: 2 }]), undefined);
  assert.equal(labStateWords(ahead, []), 'The clock is 1 hour ahead.');
  assert.equal(labStateWords({ ...real, frozen: true }, []), 'The clock stands still.');
  assert.equal(
    labStateWords({ ...ahead, frozen: true, offsetMs: -60_000 }, [storm]),
    'The clock stands still, 1 minute behind, and 1 fault is in force.',
  );
  assert.equal(labStateWords(real, [storm, { ...storm, every: 2 }]), '2 faults are in force.');
});
