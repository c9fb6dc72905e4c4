import assert from 'node:assert/strict';
import test from 'node:test';

import { ADMIN, buildGateway, MEMBER, NOW } from '../testing/build-gateway';
import {
  ACCOUNT,
  buildApi,
  buildApiKey,
  buildFunction,
  buildMethod,
  buildStage,
  known,
  REGION,
} from '../testing/build-model';
import { assertFailure, call, headerOf, KEY } from '../testing/call-gateway';

const OPEN = { authorization: known('NONE'), apiKeyRequired: known(false) };
const INTERNAL = { message: 'Internal server error' };

test('tells the function who called, with which key, and nothing of the signature', async () => {
  const gateway = buildGateway();
  await call(gateway, { headers: { ...KEY, 'User-Agent': 'browser' } });
  const [event] = gateway.events;
  const { identity } = event?.requestContext as { identity: unknown };
  assert.deepEqual(identity, {
    accessKey: MEMBER.accessKeyId,
    accountId: ACCOUNT,
    apiKey: buildApiKey().value,
    apiKeyId: 'key001',
    caller: `${MEMBER.role.uniqueId}:CognitoIdentityCredentials`,
    cognitoAuthenticationProvider: MEMBER.authenticationProvider,
    cognitoAuthenticationType: 'authenticated',
    cognitoIdentityId: MEMBER.identityId,
    cognitoIdentityPoolId: MEMBER.identityPoolId,
    principalOrgId: null,
    sourceIp: '127.0.0.1',
    user: `${MEMBER.role.uniqueId}:CognitoIdentityCredentials`,
    userAgent: 'browser',
    userArn: `arn:aws:sts::${ACCOUNT}:assumed-role/gatehouse-dev-member/CognitoIdentityCredentials`,
  });
  const headers = event?.headers as Record<string, string>;
  assert.equal(headers.Authorization, undefined);
  assert.equal(headers['X-Forwarded-For'], '127.0.0.1');
  assert.equal(headers['X-Forwarded-Port'], '4203');
});

test('writes the time of a request as AWS does', async () => {
  const gateway = buildGateway();
  await call(gateway);
  const context = gateway.events[0]?.requestContext as Record<string, unknown>;
  assert.equal(context.requestTime, '22/Nov/2026:10:00:00 +0000');
  assert.equal(context.requestTimeEpoch, NOW);
});

test('carries one request id through answer and event', async () => {
  const gateway = buildGateway();
  const response = await call(gateway);
  const context = gateway.events[0]?.requestContext as Record<string, unknown>;
  assert.equal(context.requestId, headerOf(response, 'x-amzn-RequestId'));
  assert.equal(context.extendedRequestId, headerOf(response, 'x-amz-apigw-id'));
});

test('goes on with a trace that the caller began', async () => {
  const trace = 'Root=1-0123abcd-0123456789abcdef01234567;Parent=1;Sampled=0';
  const response = await call(buildGateway(), { headers: { ...KEY, 'X-Amzn-Trace-Id': trace } });
  assert.equal(headerOf(response, 'X-Amzn-Trace-Id'), trace);
});

test('keeps every value of a repeated header, and of a parameter', async () => {
  const gateway = buildGateway();
  await gateway.send({
    target: '/dev/open/a?x=1&x=2&__proto__=3&=4',
    headers: { 'X-One': 'a', 'x-one': 'b', ['__proto__']: 'c' },
  });
  const [event] = gateway.events;
  assert.match(JSON.stringify(event?.headers), /"__proto__":"c"/);
  assert.match(JSON.stringify(event?.multiValueHeaders), /"__proto__":\["c"\]/);
  assert.deepEqual((event?.multiValueHeaders as Record<string, unknown>)['X-One'], ['a', 'b']);
  assert.equal((event?.headers as Record<string, unknown>)['X-One'], 'b');
  assert.equal(JSON.stringify(event?.queryStringParameters), '{"x":"2","__proto__":"3","":"4"}');
});

test('passes binary bodies in base64 where the API says so, in and out', async () => {
  const api = buildApi({ binaryMediaTypes: ['image/*'] });
  const gateway = buildGateway({ model: { restApis: [api] } });
  const bytes = Buffer.from([0, 255, 128]);
  gateway.result = {
    statusCode: 200,
    body: bytes.toString('base64'),
    isBase64Encoded: true,
    headers: { 'content-type': 'image/png' },
  };
  const image = { 'Content-Type': 'image/png', Accept: 'image/png, */*' };
  const response = await gateway.send({
    target: '/dev/open/a',
    method: 'PUT',
    body: bytes,
    headers: image,
  });
  assert.deepEqual([gateway.events[0]?.body, gateway.events[0]?.isBase64Encoded], ['AP+A', true]);
  assert.deepEqual(response.body, bytes);
  const text = await gateway.send({
    target: '/dev/open/a',
    headers: { Accept: 'text/html, image/png' },
  });
  assert.equal(text.body, 'AP+A');
});

test('passes the variables of a stage, and null where there are none', async () => {
  const plain = buildGateway();
  await plain.send({ target: '/dev/open/a' });
  assert.equal(plain.events[0]?.stageVariables, null);
  const stages = [buildStage({ variables: { colour: 'blue' } })];
  const gateway = buildGateway({ model: { restApis: [buildApi({ stages })] } });
  await gateway.send({ target: '/dev/open/a' });
  assert.deepEqual(gateway.events[0]?.stageVariables, { colour: 'blue' });
});

for (const [what, permission] of [
  ['no permission', undefined],
  ['a permission for another method', { sourceArn: `${buildApi().executionArn}/*/GET/vip` }],
  [
    'a permission for another API',
    { sourceArn: 'arn:aws:execute-api:us-west-2:123456789012:other/*/GET/secure' },
  ],
  ['a permission for APIs of another account', { sourceAccount: '210987654321' }],
  ['a permission for another service', { principal: 's3.amazonaws.com' }],
  ['a permission for another action', { action: 'lambda:GetFunction' }],
] as const) {
  test(`may not call the function with ${what}`, async () => {
    const base = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };
    const permissions = permission === undefined ? [] : [{ ...base, ...permission }];
    const gateway = buildGateway({ model: { functions: [buildFunction({ permissions })] } });
    const response = await call(gateway);
    assertFailure(response, 500, 'InternalServerErrorException', INTERNAL);
    assert.match(response.decision, /API Gateway may not invoke function gatehouse-dev-api/);
    assert.equal(gateway.events.length, 0);
  });
}

for (const [what, invocation, status, body] of [
  [
    'the function fails',
    { kind: 'function-error', errorType: 'Error', errorMessage: 'boom', durationMs: 1 },
    502,
    INTERNAL,
  ],
  [
    'the function reaches its own timeout',
    {
      kind: 'function-error',
      errorType: 'Sandbox.Timedout',
      errorMessage: 'RequestId: 1 Error: Task timed out after 3.00 seconds',
      durationMs: 1,
    },
    502,
    INTERNAL,
  ],
  [
    'Lambda throttles the function',
    {
      kind: 'refused',
      errorType: 'TooManyRequestsException',
      errorMessage: 'Rate Exceeded.',
      durationMs: 0,
    },
    500,
    INTERNAL,
  ],
  [
    'the integration times out',
    { kind: 'timed-out', durationMs: 1 },
    504,
    { message: 'Endpoint request timed out' },
  ],
] as const) {
  test(`answers ${status} when ${what}`, async () => {
    const response = await call(buildGateway({ invocation }));
    assertFailure(response, status, 'InternalServerErrorException', body);
  });
}

test('refuses an event over the 6 MB that Lambda takes, with the API’s own gateway response', async () => {
  const gateway = buildGateway();
  const response = await gateway.send({
    target: '/dev/open/a',
    method: 'PUT',
    body: '"'.repeat(4 * 1024 * 1024),
  });
  assertFailure(response, 413, 'RequestTooLargeException', { message: 'Request Too Long' });
  assert.equal(gateway.events.length, 0);
});

test('gives headers that are the gateway’s own another name, and drops transfer coding', async () => {
  const gateway = buildGateway();
  gateway.result = {
    statusCode: 200,
    headers: {
      'Content-Length': '5',
      Date: 'then',
      server: 'me',
      'Transfer-Encoding': 'chunked',
      'WWW-Authenticate': 'Basic',
    },
  };
  const { headers } = await call(gateway);
  const own = headers.filter(([name]) => name.startsWith('x-amzn-Remapped-'));
  assert.deepEqual(own, [
    ['x-amzn-Remapped-Content-Length', '5'],
    ['x-amzn-Remapped-Date', 'then'],
    ['x-amzn-Remapped-server', 'me'],
    ['x-amzn-Remapped-WWW-Authenticate', 'Basic'],
  ]);
  assert.ok(!headers.some(([name]) => name === 'Transfer-Encoding'));
});

for (const [what, result] of [
  ['a list', []],
  ['a status outside HTTP', { statusCode: 99 }],
  ['a broken status', { statusCode: 200.5 }],
  ['a body that is no string', { statusCode: 200, body: { a: 1 } }],
  ['a header value with a line break', { statusCode: 200, headers: { a: 'b\r\nset-cookie: c' } }],
  ['a header name with a blank', { statusCode: 200, headers: { 'a b': 'c' } }],
  ['a header that is an object', { statusCode: 200, headers: { a: {} } }],
] as const) {
  test(`answers 502 when the function returns ${what}`, async () => {
    const gateway = buildGateway();
    gateway.result = result;
    const response = await call(gateway, { credentials: ADMIN });
    assertFailure(response, 502, 'InternalServerErrorException', INTERNAL);
  });
}

test('calls the function of an ANY method where its permission is for every verb', async () => {
  const executionArn = `arn:aws:execute-api:${REGION}:${ACCOUNT}:a1b2c3d4e5`;
  const gatewayWith = (verb: string) => {
    const base = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };
    const permissions = [{ ...base, sourceArn: `${executionArn}/*/${verb}/any` }];
    const restApis = [buildApi({ methods: [buildMethod('ANY /any', OPEN)] })];
    return buildGateway({ model: { restApis, functions: [buildFunction({ permissions })] } });
  };
  const patch = { target: '/dev/any', method: 'PATCH' };
  assert.equal((await gatewayWith('*').send(patch)).status, 200);
  assert.equal((await gatewayWith('PATCH').send(patch)).status, 500);
});
