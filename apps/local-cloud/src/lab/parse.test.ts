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

for (const [at, because] of [
  ['2026-13-01', /: "at": 2026-13-01 is no date; write one such as 2026-01-31T10:00:00Z\.$/],
  ['2026-02-31T00:00:00Z', /2026-02-31 is no date/],
  ['2026-01-31', /"2026-01-31" has no time of the day/],
  ['2026-01-31T10:00:00', /has no zone, such as Z/],
  ['2026-01-31T25:00:00Z', /25:00:00Z is no time/],
  ['tomorrow', /"tomorrow" is no date and time/],
  [1_800_000_000, /1800000000 is no text/],
] as const) {
  test(`says what is wrong with the date ${JSON.stringify(at)}`, () => {
    assert.throws(() => parseClockChange({ at }), because);
  });
}

test('says what a member of a change wants, and what it got', () => {
  assert.throws(
    () => parseClockChange({ frozen: 'yes' }),
    /"frozen" must be true or false, not "yes"/,
  );
  assert.throws(() => parseClockChange({ speed: 2 }), /^OperatorRefusal: Say one of: "advanceMs"/);
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
  [
    'a delay without its time',
    [{ service: 'api', kind: 'delay' }],
    /faults\[0\]\.delayMs is missing: .* from 1 to 60000/,
  ],
  [
    'an operation of what has none',
    [{ service: 'api', kind: 'error', operation: 'InitiateAuth' }],
    /"operation" belongs to a fault of userPools or identityPools; "api" has no operations/,
  ],
  [
    'the very same twice',
    [
      { service: 'api', kind: 'error' },
      { service: 's3', kind: 'error' },
      { kind: 'error', service: 'api' },
    ],
    /faults\[2\] is the very same as faults\[0\]/,
  ],
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
