import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '../http/json-body';
import { OperatorRefusal } from '../operator/endpoint';
import { parseClockChange } from './parse-clock-change';
import { parseFaults } from './parse-faults';

test('reads every way to move the clock', () => {
  assert.deepEqual(parseClockChange({ advanceMs: -5 }), { kind: 'advance', byMs: -5 });
  assert.deepEqual(parseClockChange({ at: '2027-01-01T00:00:00Z' }), {
    kind: 'set',
    atMs: Date.UTC(2027, 0, 1),
  });
  assert.deepEqual(parseClockChange({ frozen: true }), { kind: 'freeze' });
  assert.deepEqual(parseClockChange({ frozen: false }), { kind: 'thaw' });
  assert.deepEqual(parseClockChange({ reset: true }), { kind: 'reset' });
});

for (const body of [
  {},
  { advanceMs: 1.5 },
  { advanceMs: '5' },
  { advanceMs: 1e15 },
  { at: '2027-01-01' },
  { at: '2027-01-01T00:00:00' },
  { at: '2027-99-01T00:00:00Z' },
  { frozen: 'yes' },
  { reset: false },
  { speed: 2 },
  { frozen: true, advanceMs: 5 },
] as const satisfies readonly JsonObject[]) {
  test(`refuses ${JSON.stringify(body)} for a clock`, () => {
    assert.throws(() => parseClockChange(body), OperatorRefusal);
  });
}

test('reads a fault with all it can have', () => {
  const fault = {
    service: 'userPools',
    kind: 'delay',
    method: 'POST',
    path: '/',
    operation: 'InitiateAuth',
    delayMs: 2_000,
    every: 3,
    times: 10,
  } as const;
  assert.deepEqual(parseFaults({ faults: [fault] }), [fault]);
  assert.deepEqual(parseFaults({ faults: [] }), []);
});

for (const [what, faults, because] of [
  ['no list', 'all', /"faults" must be a list/],
  ['too many', Array.from({ length: 51 }, () => ({})), /at most 50/],
  ['a text for a fault', ['x'], /faults\[0\] must be an object/],
  [
    'an unknown service',
    [{ service: 'sts', kind: 'error' }],
    /service must be one of website, userPools, identityPools, api, s3\.$/,
  ],
  ['an unknown kind', [{ service: 'api', kind: 'fire' }], /kind must be one of delay/],
  ['a delay without its time', [{ service: 'api', kind: 'delay' }], /belongs to/],
  ['a time without a delay', [{ service: 'api', kind: 'error', delayMs: 5 }], /belongs to/],
  ['an endless delay', [{ service: 'api', kind: 'delay', delayMs: 1e9 }], /from 1 to 60000/],
  ['half a request', [{ service: 'api', kind: 'error', every: 0.5 }], /whole number/],
  ['an empty path', [{ service: 'api', kind: 'error', path: '' }], /1 to 256/],
  [
    'a misspelt member',
    [{ service: 'api', kind: 'error', methods: 'GET' }],
    /"methods"; there are/,
  ],
] as const) {
  test(`refuses ${what}`, () => {
    assert.throws(() => parseFaults({ faults }), because);
  });
}
