import assert from 'node:assert/strict';
import test from 'node:test';

import { maskText } from '../mask-secrets';
import type { Trace } from './trace';
import { TraceRing } from './trace-ring';

function traceOf(seq: number, requestId: string, summary = ''): Trace {
  return {
    seq,
    requestId,
    atMs: 0,
    service: 'execute-api',
    method: 'GET',
    path: '/dev',
    status: 200,
    durationMs: 1,
    steps: [],
    summary,
  };
}

function ringWith(count: number, capacity = 3): TraceRing {
  const ring = new TraceRing((text) => text, capacity);
  for (let index = 1; index <= count; index += 1)
    ring.record(`r${index}`, ({ seq }) => traceOf(seq, `r${index}`));
  return ring;
}

const idsOf = (ring: TraceRing, limit: number, after?: number): readonly string[] =>
  ring.page(limit, after).traces.map(({ requestId }) => requestId);

test('keeps the newest only, and finds no older one', () => {
  const ring = ringWith(5);
  assert.deepEqual(idsOf(ring, 10, 0), ['r3', 'r4', 'r5']);
  assert.equal(ring.find('r2'), undefined);
  assert.equal(ring.find('r3')?.seq, 3);
});

test('says how many have rolled out since the one asked after', () => {
  assert.deepEqual(
    [0, 1, 2, 5].map((after) => ringWith(5).page(10, after).missed),
    [2, 1, 0, 0],
  );
});

test('is read page by page without gap or repetition, while more come', () => {
  const ring = ringWith(3, 100);
  const seen: number[] = [];
  let after = 0;
  for (let round = 0; round < 6; round += 1) {
    const { traces, next } = ring.page(2, after);
    seen.push(...traces.map(({ seq }) => seq));
    after = next;
    if (round < 3) ring.record(`more${round}`, ({ seq }) => traceOf(seq, `more${round}`));
  }
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(ring.page(2, after), { traces: [], next: 6, missed: 0 });
});

test('gives the newest where it is not said after which', () => {
  assert.deepEqual(idsOf(ringWith(9, 100), 2), ['r8', 'r9']);
});

test('starts anew for whoever asks after a trace of an earlier start', () => {
  assert.deepEqual(ringWith(2).page(10, 900), { traces: [], next: 2, missed: 0 });
});

test('puts nothing into words that nobody reads', () => {
  const ring = new TraceRing((text) => text, 2);
  ring.record('unread', () => assert.fail('was read'));
  ring.record('read', ({ seq }) => traceOf(seq, 'read'));
  assert.equal(ring.page(1).traces[0]?.requestId, 'read');
});

test('masks what looks like a secret, or is known as one, wherever it stands', () => {
  const ring = new TraceRing((text) => maskText(text, ['known-key-value']));
  ring.record('r', ({ seq }) => ({
    ...traceOf(seq, 'r', 'password: hunter22 and known-key-value'),
    steps: [
      {
        name: 'function',
        outcome: 'refused',
        detail: '',
        facts: { name: 'f', durationMs: 1, errorMessage: 'Signature=' + 'a'.repeat(64) },
      },
    ],
  }));
  const text = JSON.stringify(ring.find('r'));
  for (const secret of ['hunter22', 'known-key-value', 'a'.repeat(64)])
    assert.ok(!text.includes(secret), text);
});
