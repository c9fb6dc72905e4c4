import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { HttpRequest, HttpResponse, Service } from '../http/message';
import type { Fault } from './fault';
import { FaultList } from './fault-list';
import { withFaults } from './with-faults';

const answer = (status: number): HttpResponse => ({
  status,
  headers: [
    ['Content-Type', 'application/json'],
    ['Access-Control-Allow-Origin', '*'],
  ],
  body: '',
  decision: String(status),
});

const SEEN: HttpRequest[] = [];

function laboratory(...ordered: readonly Fault[]) {
  const faults = new FaultList();
  faults.replace(ordered);
  const waits: number[] = [];
  const service: Service = {
    name: 'execute-api',
    handle: (request) => {
      SEEN.push(request);
      return Promise.resolve(answer(200));
    },
    refuse: () => answer(400),
    fail: (fault) => answer(fault === 'throttled' ? 429 : 500),
  };
  const wait = (delayMs: number): Promise<void> => {
    waits.push(delayMs);
    return Promise.resolve();
  };
  const faulty = withFaults(service, { faults, wait });
  const send = (request: Partial<HttpRequest> = {}): Promise<HttpResponse> =>
    faulty.handle({
      requestId: 'r',
      method: 'GET',
      rawPath: '/dev/vip',
      rawQuery: '',
      rawHeaders: [],
      body: Buffer.alloc(0),
      sourceIp: '127.0.0.1',
      receivedAtMs: 0,
      ...request,
    });
  return { faults, waits, send };
}

test('leaves every request alone without a fault', async () => {
  const { send, waits } = laboratory();
  assert.deepEqual(await send(), answer(200));
  assert.deepEqual(waits, []);
});

test('answers as the service does to too many requests, and when it fails', async () => {
  assert.equal((await laboratory({ service: 'api', kind: 'throttle' }).send()).status, 429);
  assert.equal((await laboratory({ service: 'api', kind: 'error' }).send()).status, 500);
});

test('waits first, once for all delays together', async () => {
  const { send, waits } = laboratory(
    { service: 'api', kind: 'delay', delayMs: 200 },
    { service: 'api', kind: 'delay', delayMs: 50 },
    { service: 'api', kind: 'throttle' },
  );
  assert.equal((await send()).status, 429);
  assert.deepEqual(waits, [250]);
});

test('lets the service know what happened to a request on its way, and how long it was held', async () => {
  const { send } = laboratory(
    { service: 'api', kind: 'delay', delayMs: 40 },
    { service: 'api', kind: 'no-cors' },
  );
  await send();
  const mark = SEEN.at(-1)?.laboratory;
  assert.equal(mark?.delayMs, 40);
  assert.ok(mark.heldMs >= 0 && mark.withoutCors);
  await laboratory().send();
  assert.equal(SEEN.at(-1)?.laboratory, undefined);
});

test('holds CORS headers back, of preflights too, and nothing else', async () => {
  const { send } = laboratory({ service: 'api', kind: 'no-cors' });
  for (const method of ['GET', 'OPTIONS']) {
    const { headers, status } = await send({ method });
    assert.deepEqual(headers, [['Content-Type', 'application/json']]);
    assert.equal(status, 200);
  }
});

test('lets preflights through unless the fault says OPTIONS: a browser would never send the request', async () => {
  const { send } = laboratory({ service: 'api', kind: 'error' });
  assert.equal((await send({ method: 'OPTIONS' })).status, 200);
  const strict = laboratory({ service: 'api', kind: 'error', method: 'OPTIONS' });
  assert.equal((await strict.send({ method: 'OPTIONS' })).status, 500);
});

for (const [what, fault, request] of [
  ['another service', { service: 'userPools' }, {}],
  ['another method', { method: 'POST' }, {}],
  ['another path', { path: '/dev/secure' }, {}],
  [
    'another operation',
    { operation: 'InitiateAuth' },
    { rawHeaders: [['X-Amz-Target', 'S.GetUser']] },
  ],
] as const) {
  test(`is not about ${what}`, async () => {
    const { send, faults } = laboratory({ service: 'api', kind: 'error', ...fault });
    assert.equal((await send(request)).status, 200);
    assert.equal(faults.state[0]?.met, 0);
  });
}

test('is about the operation that the target names', async () => {
  const { send } = laboratory({ service: 'api', kind: 'error', operation: 'InitiateAuth' });
  assert.equal((await send({ rawHeaders: [['X-Amz-Target', 'S.InitiateAuth']] })).status, 500);
});

test('strikes every so many requests, so many times, and counts both', async () => {
  const { send, faults } = laboratory({ service: 'api', kind: 'error', every: 2, times: 2 });
  const statuses: number[] = [];
  for (let index = 0; index < 6; index += 1) statuses.push((await send()).status);
  assert.deepEqual(statuses, [200, 500, 200, 500, 200, 200]);
  assert.deepEqual(
    faults.state.map(({ met, hit }) => ({ met, hit })),
    [{ met: 4, hit: 2 }],
  );
});
