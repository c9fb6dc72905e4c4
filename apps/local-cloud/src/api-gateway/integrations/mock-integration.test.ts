import assert from 'node:assert/strict';
import test from 'node:test';

import type { Integration, Method } from '@gatehouse/auth-model';

import { buildGateway, type TestGateway } from '../testing/build-gateway';
import { buildApi, buildPreflight } from '../testing/build-model';
import { ALLOW_ORIGIN, assertFailure, headerOf } from '../testing/call-gateway';

type Mock = Extract<Integration, { readonly type: 'MOCK' }>;

const ORIGINS = ['https://a.example', 'https://b.example'] as const;
const CHOICE = `#if($origin == "${ORIGINS[0]}" || $origin == "${ORIGINS[1]}")
#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
#end`;
const FROM_LIST = `#set($origin = $input.params().header.get("Origin"))\n${CHOICE}`;
const EITHER_CASE = `#set($origin = $input.params().header.get("Origin"))
#if($origin == "")
  #set($origin = $input.params().header.get("origin"))
#end
${CHOICE}`;

function gatewayWith(mock: Partial<Mock>, changes: Partial<Method> = {}): TestGateway {
  const preflight = buildPreflight('/secure');
  assert.ok(preflight.integration.type === 'MOCK');
  const integration = { ...preflight.integration, ...mock };
  const methods = [{ ...preflight, integration, ...changes }];
  return buildGateway({ model: { restApis: [buildApi({ methods })] } });
}

function withTemplate(template: string): TestGateway {
  const { integration } = buildPreflight('/secure');
  assert.ok(integration.type === 'MOCK');
  const [response] = integration.responses;
  assert.ok(response);
  return gatewayWith({ responses: [{ ...response, templates: { 'application/json': template } }] });
}

for (const [name, template] of [
  ['one spelling', FROM_LIST],
  ['both spellings', EITHER_CASE],
] as const) {
  test(`chooses the caller's origin when it is in the list of a template that reads ${name} of the header`, async () => {
    const gateway = withTemplate(template);
    for (const [origin, expected] of [
      [ORIGINS[1], ORIGINS[1]],
      ['https://evil.example', 'http://localhost:4200'],
    ] as const) {
      const response = await gateway.send({ method: 'OPTIONS', headers: { Origin: origin } });
      const values = response.headers
        .filter(([key]) => key === ALLOW_ORIGIN)
        .map(([, value]) => value);
      assert.deepEqual(values, [expected]);
      assert.equal(response.body, '');
    }
  });
}

test('reads the origin by its exact name only, as AWS does', async () => {
  const lowerCase = { method: 'OPTIONS', headers: { origin: ORIGINS[1] } };
  const missed = await withTemplate(FROM_LIST).send(lowerCase);
  assert.equal(headerOf(missed, ALLOW_ORIGIN), 'http://localhost:4200');
  const found = await withTemplate(EITHER_CASE).send(lowerCase);
  assert.equal(headerOf(found, ALLOW_ORIGIN), ORIGINS[1]);
});

test('answers the status that the request template names', async () => {
  const responses = [
    { statusCode: '200', parameters: {}, templates: {} },
    { statusCode: '204', selectionPattern: '2\\d4', parameters: {}, templates: {} },
  ];
  const gateway = gatewayWith({
    requestTemplates: { 'application/json': '{ "statusCode" : 204 }' },
    responses,
  });
  assert.equal((await gateway.send({ method: 'OPTIONS' })).status, 204);
});

for (const [passthroughBehavior, body, status] of [
  ['WHEN_NO_MATCH', '', 500],
  ['WHEN_NO_MATCH', '{"statusCode": 200, "a": 1}', 200],
  ['WHEN_NO_TEMPLATES', '{"statusCode": 200}', 415],
  ['NEVER', '{"statusCode": 200}', 415],
] as const) {
  test(`answers ${status} to the body ${body || 'that is none'} of a type without a template where it is passed on ${passthroughBehavior}`, async () => {
    const gateway = gatewayWith({ passthroughBehavior });
    const response = await gateway.send({
      method: 'OPTIONS',
      headers: { 'Content-Type': 'text/plain' },
      body,
    });
    assert.equal(response.status, status, response.decision);
    if (status !== 415) return;
    assertFailure(response, 415, 'BadRequestException', { message: 'Unsupported Media Type' });
  });
}

test('cannot read a body of a binary type, not even none, unless it is converted to text', async () => {
  const { integration } = buildPreflight('/secure');
  assert.ok(integration.type === 'MOCK');
  for (const [binaryMediaTypes, contentHandling, status] of [
    [['*/*'], undefined, 500],
    [['*/*'], 'CONVERT_TO_TEXT', 200],
    [['image/png'], undefined, 200],
  ] as const) {
    const mock: Mock = { ...integration, ...(contentHandling && { contentHandling }) };
    const methods = [buildPreflight('/secure', { integration: mock })];
    const restApis = [buildApi({ methods, binaryMediaTypes })];
    const response = await buildGateway({ model: { restApis } }).send({ method: 'OPTIONS' });
    assert.equal(response.status, status, response.decision);
  }
});

test('answers 500 for a content type without a request template', async () => {
  const response = await gatewayWith({}).send({
    method: 'OPTIONS',
    headers: { 'Content-Type': 'text/plain' },
  });
  assert.equal(response.status, 500);
});

for (const [what, mock, code] of [
  [
    'a request template with VTL',
    { requestTemplates: { 'application/json': '{"statusCode": #if(1)200#end}' } },
    'ERR_API_GATEWAY_TEMPLATE',
  ],
  ['no response for the status', { responses: [] }, 'ERR_API_GATEWAY_MOCK'],
  [
    'a pattern that is none',
    {
      responses: [{ statusCode: '200', selectionPattern: '(', parameters: {}, templates: {} }],
    },
    'ERR_API_GATEWAY_MOCK',
  ],
  [
    'an answer that would become binary',
    {
      responses: [
        { statusCode: '200', contentHandling: 'CONVERT_TO_BINARY', parameters: {}, templates: {} },
      ],
    },
    'ERR_API_GATEWAY_BINARY',
  ],
  [
    'a header that the method response does not declare',
    {
      responses: [
        { statusCode: '200', parameters: { 'method.response.header.X': "'1'" }, templates: {} },
      ],
    },
    'ERR_API_GATEWAY_MOCK',
  ],
  [
    'a mapping that AWS does not allow here',
    {
      responses: [
        {
          statusCode: '200',
          parameters: {
            'method.response.header.Access-Control-Allow-Origin': 'method.request.header.Origin',
          },
          templates: {},
        },
      ],
    },
    'ERR_API_GATEWAY_PARAMETER',
  ],
  [
    'a response template with other VTL',
    {
      responses: [
        { statusCode: '200', parameters: {}, templates: { 'application/json': '$input.body' } },
      ],
    },
    'ERR_API_GATEWAY_TEMPLATE',
  ],
] as const) {
  test(`stops the boot at ${what}, naming the method`, () => {
    assert.throws(() => gatewayWith(mock), {
      code,
      message: /aws_api_gateway_method\.OPTIONS\/secure/,
    });
  });
}
