import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway } from '../testing/build-gateway';
import { assertFailure } from '../testing/call-gateway';

// What comes of a function's result; recorded-results.test.ts compares whole answers where AWS's own are at hand.
async function answerTo(result: unknown) {
  const gateway = buildGateway();
  gateway.result = result;
  return gateway.send({ target: '/dev/open/a' });
}

for (const [what, result, status] of [
  ['no status', { headers: { a: 'b' } }, 200],
  ['a status written as text', { statusCode: '201' }, 201],
  ['headers that are null', { statusCode: 200, headers: null }, 200],
  ['no headers of either kind', { headers: undefined, multiValueHeaders: null }, 200],
] as const) {
  test(`answers ${status} to a result with ${what}`, async () => {
    const response = await answerTo(result);
    assert.equal(response.status, status, response.decision);
  });
}

for (const [what, result] of [
  ['null', null],
  ['a text', 'text'],
  ['a member that AWS does not know', { statusCode: 200, wrongValue: 'x' }],
  ['a status that is no number', { statusCode: 'test' }],
  ['several values that are no list', { statusCode: 200, multiValueHeaders: { a: 'b' } }],
  ['headers that are a text', { statusCode: 200, headers: 'a: b' }],
  ['headers that are an empty text', { statusCode: 200, headers: '' }],
  ['headers that are a list', { statusCode: 200, headers: [['a', 'b']] }],
  ['headers that are a list of nothing', { statusCode: 200, headers: [] }],
  ['headers that are a number', { statusCode: 200, headers: 7 }],
  ['several values in a list', { statusCode: 200, multiValueHeaders: [['b']] }],
  ['several values that are a text', { statusCode: 200, multiValueHeaders: 'a' }],
] as const) {
  test(`answers 502 to a result that is or has ${what}`, async () => {
    assertFailure(await answerTo(result), 502, 'InternalServerErrorException', {
      message: 'Internal server error',
    });
  });
}

test('sends what the function sets, application/json where it sets no type, its own ids, and nothing else', async () => {
  const { headers } = await answerTo({ statusCode: 200, headers: { 'X-Own': true } });
  assert.deepEqual(headers.map(([name]) => name.toLowerCase()).sort(), [
    'content-type',
    'x-amz-apigw-id',
    'x-amzn-requestid',
    'x-amzn-trace-id',
    'x-own',
  ]);
  const valueOf = (name: string) => headers.find(([key]) => key === name)?.[1];
  assert.deepEqual([valueOf('Content-Type'), valueOf('X-Own')], ['application/json', 'true']);
});

test('sends both kinds of headers', async () => {
  const { headers } = await answerTo({
    statusCode: 200,
    headers: { one: '1' },
    multiValueHeaders: { two: ['2', '3'] },
  });
  const own = headers.filter(([name]) => ['one', 'two'].includes(name)).map(String);
  assert.deepEqual(own.sort(), ['one,1', 'two,2', 'two,3']);
});

test('leaves a body in base64 where the API has no binary type for it', async () => {
  const response = await answerTo({ statusCode: 200, body: 'eA==', isBase64Encoded: true });
  assert.equal(response.body, 'eA==');
});
