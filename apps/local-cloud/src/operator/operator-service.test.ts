import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { HttpRequest } from '../http/message';
import { createOperator } from './operator-service';

const TOKEN = 'correct-token';
const operator = createOperator(TOKEN, [
  { path: '/outbox', summary: 'mail', read: () => [{ to: 'user@example.com' }] },
]);

function get(
  rawPath: string,
  headers: Record<string, string> = { 'X-Gatehouse-Token': TOKEN },
  method = 'GET',
): HttpRequest {
  return {
    requestId: 'r',
    method,
    rawPath,
    rawQuery: '',
    rawHeaders: Object.entries(headers),
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  };
}

test('answers what an endpoint reads to who sends the token', async () => {
  const answer = await operator.handle(get('/outbox'));
  assert.equal(answer.status, 200);
  assert.deepEqual(JSON.parse(String(answer.body)), [{ to: 'user@example.com' }]);
});

for (const [what, headers] of [
  ['no token', {}],
  ['a wrong token', { 'X-Gatehouse-Token': 'wrong' }],
  ['an empty token', { 'X-Gatehouse-Token': '' }],
  ['the token in another header', { Authorization: `Bearer ${TOKEN}` }],
] as const) {
  test(`refuses ${what}, and reads nothing`, async () => {
    const answer = await operator.handle(get('/outbox', headers));
    assert.equal(answer.status, 401);
    assert.doesNotMatch(String(answer.body), /user@example\.com/);
  });
}

test('has no CORS headers, on answers, refusals and preflights alike', async () => {
  const answers = [
    await operator.handle(get('/outbox')),
    await operator.handle(get('/outbox', {}, 'OPTIONS')),
    operator.refuse({ reason: 'malformed', detail: '' }, 'r'),
  ];
  for (const { headers } of answers) {
    assert.equal(
      headers.some(([name]) => name.toLowerCase().startsWith('access-control-')),
      false,
    );
  }
});

test('lists its endpoints, also to who asks for one that does not exist', async () => {
  for (const path of ['/', '/nothing']) {
    const answer = await operator.handle(get(path));
    assert.match(String(answer.body), /\/outbox/);
  }
  assert.equal((await operator.handle(get('/nothing'))).status, 404);
});

test('is read-only', async () => {
  assert.equal(
    (await operator.handle(get('/outbox', { 'X-Gatehouse-Token': TOKEN }, 'DELETE'))).status,
    405,
  );
});
