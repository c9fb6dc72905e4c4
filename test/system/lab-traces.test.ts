/** What the laboratory does to requests is told in their traces as its own doing, and so is a session that it made expire. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import type { FaultOrder } from '../../apps/local-cloud/src/operator/answers';
import type { Trace } from '../../apps/local-cloud/src/trace/trace';
import type { TracePage } from '../../apps/local-cloud/src/trace/trace-ring';
import { headerOf, sendCall, signCall, signIn } from './caller';
import { PASSWORD, signedInCloud } from './signed-in-cloud';

const it = signedInCloud(['--lab']);

async function put(path: string, body: object): Promise<void> {
  const init = { method: 'PUT', body: JSON.stringify(body) };
  const answer = await it.cloud.askOperator(path, init);
  assert.equal(answer.status, 200, await answer.text());
}

const order = (...faults: readonly FaultOrder[]): Promise<void> => put('/lab/faults', { faults });

/** Of a member's call, by a clock that is so far ahead of this machine's. */
async function traceOfCall(aheadMs = 0): Promise<Trace> {
  const signed = signCall(it.config, it.member, {}, new Date(Date.now() + aheadMs));
  const requestId = headerOf(await sendCall(it.config, signed), 'x-amzn-RequestId') ?? '';
  return (await it.cloud.readOperator(`/traces/${requestId}`)) as Trace;
}

afterEach(async () => {
  await order();
  await put('/lab/clock', { reset: true });
});

test('an ordered 429 is told as ordered, and never as a route that is missing', async () => {
  await order({ service: 'api', kind: 'throttle' });
  const { steps, summary } = await traceOfCall();
  assert.deepEqual(
    steps.filter(({ outcome }) => outcome !== 'not reached').map(({ name }) => name),
    ['laboratory'],
  );
  assert.match(summary, /with 429 .*: the laboratory was told to answer 429; lift the fault/);
});

test('a delay and lost CORS headers are told, and the time is that of the whole request', async () => {
  await order({ service: 'api', kind: 'delay', delayMs: 300 }, { service: 'api', kind: 'no-cors' });
  const { steps, durationMs, status, summary } = await traceOfCall();
  assert.equal(status, 200);
  assert.ok(durationMs >= 295, `${durationMs} ms`);
  assert.match(steps[0]?.detail ?? '', /hold the request back for 300 ms, and to take the CORS/);
  assert.match(summary, /held back by the laboratory\)/);
});

test('a session that has expired is named with its user, its role and its end', async () => {
  const aheadMs = 61 * 60_000;
  await put('/lab/clock', { advanceMs: aheadMs });
  const { summary, errorType } = await traceOfCall(aheadMs);
  assert.equal(errorType, 'ExpiredTokenException');
  assert.match(summary, /^"user" \(role gatehouse-dev-member\) called .* has expired, at 20\d\d-/);
});

test('every step of a sign-in that is held back leaves its trace', async () => {
  await order({ service: 'userPools', kind: 'delay', delayMs: 50, operation: 'InitiateAuth' });
  const { next } = (await it.cloud.readOperator('/traces?limit=1')) as TracePage;
  const { idToken } = await signIn(it.config, 'user', PASSWORD);
  const { traces } = (await it.cloud.readOperator(`/traces?after=${next}`)) as TracePage;
  assert.deepEqual(
    traces.map(({ operation, steps }) => [operation, ...steps.map(({ name }) => name)]),
    [
      ['InitiateAuth', 'laboratory', 'operation'],
      ['RespondToAuthChallenge', 'operation'],
    ],
  );
  const text = JSON.stringify(traces);
  for (const secret of [idToken, PASSWORD]) assert.ok(!text.includes(secret));
});
