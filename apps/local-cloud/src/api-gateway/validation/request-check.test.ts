import assert from 'node:assert/strict';
import test from 'node:test';

import type { ApiModel, GatewayResponse, RequestValidation } from '@gatehouse/auth-model';

import { ADMIN, buildGateway, type TestGateway } from '../testing/build-gateway';
import { buildApi, buildMethod, known } from '../testing/build-model';
import { ALLOW_ORIGIN, assertFailure, call, headerOf, KEY } from '../testing/call-gateway';

const THING: ApiModel = {
  address: 'aws_api_gateway_model.thing',
  name: 'Thing',
  schema: {
    type: 'object',
    required: ['name', 'size'],
    properties: {
      name: { type: 'string', minLength: 1 },
      size: { minimum: 0, exclusiveMinimum: true },
    },
  },
};
const JSON_TYPE = { 'Content-Type': 'application/json' };

function gatewayWith(
  validation: Partial<RequestValidation>,
  gatewayResponses: readonly GatewayResponse[] = [],
  model = THING,
): TestGateway {
  const open = { authorization: known('NONE'), apiKeyRequired: known(false) };
  const checked = { validator: 'all', parameters: [], models: {}, ...validation };
  const methods = [
    buildMethod('POST /open/{proxy+}', { ...open, validation: checked }),
    buildMethod('GET /secure', { validation: checked }),
  ];
  return buildGateway({
    model: { restApis: [buildApi({ methods, models: [model], gatewayResponses })] },
  });
}

const send = (gateway: TestGateway, body: string, headers: Record<string, string> = JSON_TYPE) =>
  gateway.send({ method: 'POST', target: '/dev/open/a', body, headers });

test('names every parameter that is missing or blank', async () => {
  const parameters = [
    { place: 'header', name: 'X-One' },
    { place: 'querystring', name: 'q' },
    { place: 'querystring', name: 'constructor' },
  ] as const;
  const gateway = gatewayWith({ parameters });
  const target = '/dev/open/a?q=%20&r=1';
  const response = await gateway.send({ method: 'POST', target, headers: { 'x-one': '1' } });
  assertFailure(response, 400, 'BadRequestException', {
    message: 'Missing required request parameters: [q, constructor]',
  });
  assert.equal(gateway.events.length, 0);
});

test('checks a body against the model of its content type, and only then', async () => {
  const gateway = gatewayWith({ models: { 'application/json': THING } });
  for (const [body, status] of [
    ['{"name":"a","size":1}', 200],
    ['{"name":"a","size":0}', 400],
    ['{"name":"a"}', 400],
    ['{"name":', 400],
    ['[]', 400],
    ['', 400],
  ] as const) {
    assert.equal((await send(gateway, body)).status, status, body);
  }
  assert.equal((await send(gateway, '{', { 'Content-Type': 'text/plain' })).status, 200);
  assert.equal((await send(gateway, '{', {})).status, 400);
});

test('finds the model of a content type whatever its case and parameters, and $default for all others', async () => {
  const gateway = gatewayWith({ models: { $default: THING } });
  for (const type of ['Application/JSON; charset=utf-8', 'text/plain'])
    assert.equal((await send(gateway, '{}', { 'Content-Type': type })).status, 400);
});

test('tells a gateway response what is wrong with a body, and lets it shape the answer', async () => {
  const templates = {
    'application/json':
      '{"m":$context.error.messageString,"v":"$context.error.validationErrorString"}',
  };
  const responses = [
    { responseType: 'BAD_REQUEST_BODY', statusCode: '422', parameters: {}, templates },
  ];
  const gateway = gatewayWith({ models: { 'application/json': THING } }, responses);
  const response = await send(gateway, '{}');
  assert.equal(response.status, 422);
  assert.equal(
    response.body,
    '{"m":"Invalid request body","v":"[object has missing required properties ([\\"name\\",\\"size\\"])]"}',
  );
});

test('sends the headers of a gateway response with what is refused', async () => {
  const parameters = { [`gatewayresponse.header.${ALLOW_ORIGIN}`]: "'*'" };
  const responses = [{ responseType: 'BAD_REQUEST_BODY', parameters, templates: {} }];
  const gateway = gatewayWith({ models: { 'application/json': THING } }, responses);
  assert.equal(headerOf(await send(gateway, '{}'), ALLOW_ORIGIN), '*');
});

test('does not take what every object has for a property', async () => {
  const model = { ...THING, schema: { type: 'object', required: ['toString'] } };
  const gateway = gatewayWith({ models: { 'application/json': model } }, [], model);
  assert.equal((await send(gateway, '{}')).status, 400);
  assert.equal((await send(gateway, '{"toString":1}')).status, 200);
});

test('decides who may call before it looks at a request', async () => {
  const parameters = [{ place: 'header', name: 'X-One' }] as const;
  const gateway = gatewayWith({ parameters });
  assert.equal(
    headerOf(await gateway.send(), 'x-amzn-ErrorType'),
    'MissingAuthenticationTokenException',
  );
  assert.equal(
    headerOf(await call(gateway, { headers: {} }), 'x-amzn-ErrorType'),
    'ForbiddenException',
  );
  assert.equal((await call(gateway, { credentials: ADMIN })).status, 400);
  assert.equal((await call(gateway, { headers: { ...KEY, 'x-one': '1' } })).status, 200);
});

for (const [what, schema] of [
  ['a model that is no schema', { type: 'thing' }],
  [
    'a reference to a model that is not there',
    { $ref: 'https://apigateway.amazonaws.com/restapis/x/models/Y' },
  ],
] as const) {
  test(`stops the boot at ${what}, naming it`, () => {
    const model = { ...THING, schema };
    assert.throws(() => gatewayWith({ models: { 'application/json': model } }, [], model), {
      code: 'ERR_API_GATEWAY_MODEL',
      message: /aws_api_gateway_model\.thing is no JSON Schema/,
    });
  });
}
