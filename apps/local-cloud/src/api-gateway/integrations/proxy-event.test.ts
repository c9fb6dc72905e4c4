import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway } from '../testing/build-gateway';
import { buildApi, buildFunction, buildMethod, buildStage, known } from '../testing/build-model';

// What an event says, piece by piece; recorded-events.test.ts compares whole events where AWS's own are at hand.
type Event = Readonly<Record<string, unknown>>;
type Request = Parameters<ReturnType<typeof buildGateway>['send']>[0];

async function eventOf(request: Request): Promise<Event> {
  const open = { authorization: known('NONE'), apiKeyRequired: known(false) };
  const methods = [buildMethod('ANY /{proxy+}', open), buildMethod('ANY /plain', open)];
  const permissions = [{ action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' }];
  const gateway = buildGateway({
    model: {
      restApis: [buildApi({ methods, stages: [buildStage()] })],
      functions: [buildFunction({ permissions })],
    },
  });
  const response = await gateway.send(request);
  assert.equal(response.status, 200, response.decision);
  return gateway.events[0] ?? {};
}

const contextOf = ({ requestContext }: Event) => requestContext as Event;

test('names the method of the request, also where that of the API is ANY', async () => {
  const event = await eventOf({ target: '/dev/plain', method: 'PATCH' });
  assert.deepEqual([event.httpMethod, contextOf(event).httpMethod], ['PATCH', 'PATCH']);
});

test('has exactly the members that AWS writes', async () => {
  const event = await eventOf({ target: '/dev/plain' });
  assert.deepEqual(
    [Object.keys(event).sort(), Object.keys(contextOf(event)).sort()],
    [
      [
        'body',
        'headers',
        'httpMethod',
        'isBase64Encoded',
        'multiValueHeaders',
        'multiValueQueryStringParameters',
        'path',
        'pathParameters',
        'queryStringParameters',
        'requestContext',
        'resource',
        'stageVariables',
      ],
      [
        'accountId',
        'apiId',
        'deploymentId',
        'domainName',
        'domainPrefix',
        'extendedRequestId',
        'httpMethod',
        'identity',
        'path',
        'protocol',
        'requestId',
        'requestTime',
        'requestTimeEpoch',
        'resourceId',
        'resourcePath',
        'stage',
      ],
    ],
  );
  assert.equal(event.resource, '/plain');
});

test('says null where there is no query, no parameter of the path and no body', async () => {
  const event = await eventOf({ target: '/dev/plain' });
  assert.deepEqual(
    [
      event.queryStringParameters,
      event.multiValueQueryStringParameters,
      event.pathParameters,
      event.body,
      event.isBase64Encoded,
    ],
    [null, null, null, null, false],
  );
});

for (const [target, path, contextPath, proxy] of [
  ['/dev/a/', '/a/', '/dev/a/', 'a'],
  ['/dev/a//b', '/a//b', '/dev/a//b', 'a//b'],
  ['//dev/a', '/a', '/dev/a', 'a'],
  ['/dev//a', '/a', '/dev//a', 'a'],
  ['/dev/a%2Bb', '/a%2Bb', '/dev/a%2Bb', 'a%2Bb'],
] as const) {
  test(`writes the path of ${target} as AWS does, and what it says in place of the parameter`, async () => {
    const event = await eventOf({ target });
    assert.deepEqual(
      [event.path, contextOf(event).path, event.pathParameters],
      [path, contextPath, { proxy }],
    );
  });
}

test('decodes the query, and keeps the last of several values beside all of them', async () => {
  const event = await eventOf({ target: '/dev/plain?a=foo%20bar&a=1%2B1&b=' });
  assert.deepEqual(event.queryStringParameters, { a: '1+1', b: '' });
  assert.deepEqual(event.multiValueQueryStringParameters, { a: ['foo bar', '1+1'], b: [''] });
});

test('knows nobody where a method asks for no signature', async () => {
  const event = await eventOf({ target: '/dev/plain', headers: { 'User-Agent': 'browser' } });
  const { sourceIp, userAgent, ...others } = contextOf(event).identity as Event;
  assert.deepEqual([sourceIp, userAgent], ['127.0.0.1', 'browser']);
  for (const [name, value] of Object.entries(others)) assert.equal(value, null, name);
  assert.ok(!('apiKey' in others) && !('apiKeyId' in others));
});

test('drops the headers that are the connection’s own', async () => {
  const dropped = [
    'Connection',
    'Content-Length',
    'Content-MD5',
    'Expect',
    'Max-Forwards',
    'Proxy-Authenticate',
    'Server',
    'TE',
    'Transfer-Encoding',
    'Trailer',
    'Upgrade',
    'WWW-Authenticate',
  ];
  const sent = Object.fromEntries([...dropped, 'X-Kept'].map((name) => [name, 'x']));
  const { headers } = await eventOf({ target: '/dev/plain', headers: sent });
  const names = Object.keys(headers as Event);
  assert.ok(names.includes('X-Kept'));
  assert.deepEqual(
    names.filter((name) => dropped.includes(name)),
    [],
  );
});
