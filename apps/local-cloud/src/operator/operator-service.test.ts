import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { HttpRequest } from '../http/message';
import { OperatorRefusal, type OperatorEndpoint } from './endpoint';
import { createConsoleFiles } from './console-files';
import { createOperator } from './operator-service';

const TOKEN = 'correct-token';
const ENDPOINTS: readonly OperatorEndpoint[] = [
  {
    method: 'GET',
    path: '/outbox',
    summary: 'mail',
    answer: () => [{ to: 'user@example.com' }],
  },
  {
    method: 'PUT',
    path: '/users/{name}/groups',
    summary: 'groups',
    answer: ({ parameters, query, body }) => {
      if (body.groups === undefined) throw new OperatorRefusal(400, 'groups are missing');
      return { parameters, query: [...query], body };
    },
  },
];
const operator = createOperator(TOKEN, ENDPOINTS, createConsoleFiles(undefined));

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
  for (const path of ['/endpoints', '/nothing']) {
    const answer = await operator.handle(get(path));
    assert.match(String(answer.body), /\/outbox/);
  }
  assert.equal((await operator.handle(get('/nothing'))).status, 404);
});

test('keeps out of the log what a console reads each second, and what it changes in', async () => {
  const headers = { 'X-Gatehouse-Token': TOKEN };
  assert.equal((await operator.handle(get('/outbox', headers))).unlogged, true);
  assert.equal(
    (await operator.handle(put('/users/a/groups', '{"groups":[]}'))).unlogged,
    undefined,
  );
  assert.equal((await operator.handle(get('/outbox', {}))).unlogged, undefined);
});

test('says which methods a path takes', async () => {
  const answer = await operator.handle(get('/outbox', { 'X-Gatehouse-Token': TOKEN }, 'DELETE'));
  assert.equal(answer.status, 405);
  assert.match(String(answer.body), /takes GET, not DELETE/);
});

const put = (rawPath: string, body: string): HttpRequest => ({
  ...get(rawPath, { 'X-Gatehouse-Token': TOKEN }, 'PUT'),
  rawQuery: 'pool=p',
  body: Buffer.from(body),
});

test('gives an endpoint its parameters decoded, its query and its body', async () => {
  const answer = await operator.handle(put('/users/a%2Fb/groups', '{"groups":["admin"]}'));
  assert.deepEqual(JSON.parse(String(answer.body)), {
    parameters: { name: 'a/b' },
    query: [['pool', 'p']],
    body: { groups: ['admin'] },
  });
});

for (const [what, path, body, status] of [
  ['a body that is not JSON', '/users/a/groups', '{', 400],
  ['a body that is a list', '/users/a/groups', '[]', 400],
  ['what the endpoint refuses', '/users/a/groups', '{}', 400],
  ['an empty parameter', '/users//groups', '{"groups":[]}', 404],
  ['a parameter that is not an encoding', '/users/%zz/groups', '{"groups":[]}', 404],
] as const) {
  test(`refuses ${what} with ${status}`, async () => {
    assert.equal((await operator.handle(put(path, body))).status, status);
  });
}
