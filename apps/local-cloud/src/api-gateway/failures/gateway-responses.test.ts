import assert from 'node:assert/strict';
import test from 'node:test';

import type { GatewayResponse } from '@gatehouse/auth-model';

import { buildGateway, type TestGateway } from '../testing/build-gateway';
import { buildApi, buildMethod, buildStage } from '../testing/build-model';
import { ALLOW_ORIGIN, call, headerOf } from '../testing/call-gateway';

const HEADER = `gatewayresponse.header.${ALLOW_ORIGIN}`;

function gatewayWith(...gatewayResponses: readonly Partial<GatewayResponse>[]): TestGateway {
  const complete = gatewayResponses.map((one) => ({
    responseType: 'DEFAULT_4XX',
    parameters: {},
    templates: {},
    ...one,
  }));
  return buildGateway({ model: { restApis: [buildApi({ gatewayResponses: complete })] } });
}

test('sends no CORS headers that nobody configured', async () => {
  assert.equal(headerOf(await gatewayWith().send(), ALLOW_ORIGIN), undefined);
});

test('lets a type of its own stand before the default', async () => {
  const gateway = gatewayWith(
    { parameters: { [HEADER]: "'default'" } },
    { responseType: 'MISSING_AUTHENTICATION_TOKEN', parameters: { [HEADER]: "'own'" } },
  );
  assert.equal(headerOf(await gateway.send(), ALLOW_ORIGIN), 'own');
  assert.equal(headerOf(await call(gateway, { target: '/dev/vip' }), ALLOW_ORIGIN), 'default');
});

test('gives the status of a default to every type that falls back to it', async () => {
  const gateway = gatewayWith({ statusCode: '418' });
  const response = await gateway.send();
  assert.deepEqual(
    [response.status, headerOf(response, 'x-amzn-ErrorType')],
    [418, 'MissingAuthenticationTokenException'],
  );
});

test('echoes the origin of the request where the parameter says so, and leaves it out without one', async () => {
  const gateway = gatewayWith({
    parameters: {
      [HEADER]: 'method.request.header.Origin',
      'gatewayresponse.header.Vary': "'Origin'",
    },
  });
  const answered = await gateway.send({ headers: { origin: 'https://a.example' } });
  assert.deepEqual(
    [headerOf(answered, ALLOW_ORIGIN), headerOf(answered, 'Vary')],
    ['https://a.example', 'Origin'],
  );
  assert.equal(headerOf(await gateway.send(), ALLOW_ORIGIN), undefined);
});

test('fills a template', async () => {
  const template =
    '{"m":$context.error.messageString,"t":"$context.error.responseType","p":"${context.error.message}","id":"$context.requestId"}';
  const response = await gatewayWith({
    templates: { 'application/problem+json': template },
  }).send();
  assert.equal(headerOf(response, 'Content-Type'), 'application/problem+json');
  assert.deepEqual(JSON.parse(String(response.body)), {
    m: 'Missing Authentication Token',
    t: 'MISSING_AUTHENTICATION_TOKEN',
    p: 'Missing Authentication Token',
    id: headerOf(response, 'x-amzn-RequestId'),
  });
});

test('keeps the capital Message of access denied where AWS’s own template is only written out', async () => {
  const templates = { 'application/json': '{"message":$context.error.messageString}' };
  const response = await call(gatewayWith({ templates }), { target: '/dev/vip' });
  assert.match(String(response.body), /^\{"Message":"User: /);
});

test('fills in what the request, the API and the stage are', async () => {
  const template =
    '$context.apiId $context.accountId $context.stage $context.path $context.httpMethod $context.identity.sourceIp $context.requestTime ${stageVariables.colour}$stageVariables.none';
  const response = await gatewayWith({ templates: { 'text/plain': template } }).send();
  assert.equal(
    response.body,
    'a1b2c3d4e5 123456789012 dev /dev/secure GET 127.0.0.1 22/Nov/2026:10:00:00 +0000 ',
  );
});

test('puts a variable of the stage into a header, and leaves out what no header can hold', async () => {
  const parameters = {
    [HEADER]: 'stageVariables.origin',
    'gatewayresponse.header.X-Query': 'method.request.querystring.q',
  };
  const api = buildApi({
    stages: [buildStage({ variables: { origin: 'https://a.example' } })],
    gatewayResponses: [{ responseType: 'DEFAULT_4XX', parameters, templates: {} }],
  });
  const gateway = buildGateway({ model: { restApis: [api] } });
  const response = await gateway.send({ target: '/dev/secure?q=a%0d%0aset-cookie:b' });
  assert.equal(headerOf(response, ALLOW_ORIGIN), 'https://a.example');
  assert.equal(headerOf(response, 'X-Query'), undefined);
});

/** Source: API Gateway Developer Guide, "Set up a gateway response for a REST API using the API Gateway console". */
const WALKTHROUGH: Partial<GatewayResponse> = {
  responseType: 'MISSING_AUTHENTICATION_TOKEN',
  statusCode: '404',
  parameters: {
    [HEADER]: "'a.b.c'",
    'gatewayresponse.header.x-request-id': 'method.request.header.x-amzn-RequestId',
    'gatewayresponse.header.x-request-path': 'method.request.path.petId',
    'gatewayresponse.header.x-request-query': 'method.request.querystring.q',
  },
  templates: {
    'application/json':
      '{"message":"$context.error.message", "type": "$context.error.responseType", "statusCode": "\'404\'", "stage": "$context.stage", "resourcePath": "$context.resourcePath"}',
  },
};

function petGateway(): TestGateway {
  const complete = { parameters: {}, templates: {}, responseType: '', ...WALKTHROUGH };
  const methods = [buildMethod('GET /pets/{petId}')];
  return buildGateway({
    model: { restApis: [buildApi({ methods, gatewayResponses: [complete] })] },
  });
}

test('answers as AWS’s own walkthrough of gateway responses says', async () => {
  const headers = { 'x-amzn-requestid': 'mine' };
  const response = await petGateway().send({ target: '/dev/pets/5?q=1', headers });
  assert.equal(response.status, 404);
  assert.deepEqual(
    [ALLOW_ORIGIN, 'x-request-id', 'x-request-path', 'x-request-query'].map((name) =>
      headerOf(response, name),
    ),
    ['a.b.c', 'mine', '5', '1'],
  );
  assert.deepEqual(JSON.parse(String(response.body)), {
    message: 'Missing Authentication Token',
    type: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: "'404'",
    stage: 'dev',
    resourcePath: '/pets/{petId}',
  });
});

test('knows neither path parameters nor a resource of a request that found no method', async () => {
  const response = await petGateway().send({ target: '/dev/nothing' });
  assert.equal(response.status, 404);
  assert.equal(headerOf(response, 'x-request-path'), undefined);
  assert.match(String(response.body), /"stage": "dev", "resourcePath": ""\}$/);
});

test('a parameter that the path does not have is left out, also one that every object has', async () => {
  const parameters = { [HEADER]: 'method.request.path.constructor' };
  const response = await gatewayWith({ parameters }).send();
  assert.equal(headerOf(response, ALLOW_ORIGIN), undefined);
});

test('keeps the status of a failure where a state has an empty text for its status code', async () => {
  assert.equal((await gatewayWith({ statusCode: '' }).send()).status, 403);
  assert.equal((await gatewayWith({ statusCode: '599' }).send()).status, 599);
});

for (const statusCode of ['0', '99', '600', '4xx', '404.5', '0404', ' 404', '1e2']) {
  test(`stops the boot at the status code "${statusCode}", saying which ones there are`, () => {
    assert.throws(() => gatewayWith({ statusCode }), {
      code: 'ERR_API_GATEWAY_STATUS_CODE',
      message: `Gateway response DEFAULT_4XX of aws_api_gateway_rest_api.api has the status_code "${statusCode}", and AWS takes three digits from 100 to 599. Use one of them, or leave it out to keep the status of each failure.`,
    });
  });
}

for (const [what, response, code] of [
  ['an unknown type', { responseType: 'DEFAULT_3XX' }, 'ERR_API_GATEWAY_RESPONSE_TYPE'],
  [
    'an unknown variable',
    { templates: { 'application/json': '$context.wafResponseCode' } },
    'ERR_API_GATEWAY_TEMPLATE',
  ],
  [
    'a directive',
    { templates: { 'application/json': '#set($a = 1)' } },
    'ERR_API_GATEWAY_TEMPLATE',
  ],
  [
    'an expression that is not emulated',
    { parameters: { [HEADER]: 'method.request.body' } },
    'ERR_API_GATEWAY_PARAMETER',
  ],
  [
    'a target that is no header',
    { parameters: { 'gatewayresponse.path.x': "'a'" } },
    'ERR_API_GATEWAY_PARAMETER',
  ],
  [
    'a variable of every object',
    { parameters: { [HEADER]: 'context.constructor' } },
    'ERR_API_GATEWAY_PARAMETER',
  ],
] as const) {
  test(`stops the boot at ${what}, naming the place`, () => {
    assert.throws(() => gatewayWith(response), { code, message: /aws_api_gateway_rest_api\.api/ });
  });
}
