import assert from 'node:assert/strict';
import test from 'node:test';

import type { ApiModel, Method, RequestValidation } from '@gatehouse/auth-model';

import type { HttpResponse } from '../../http/message';
import { buildGateway } from '../testing/build-gateway';
import { buildApi, buildFunction, buildMethod, buildStage, known } from '../testing/build-model';
import type { RequestOptions } from '../testing/build-request';
import { recorded, RECORDED_SKIP } from '../testing/recorded';

// What AWS answers to requests that a validator looks at (LocalStack's AWS-validated snapshots, Apache-2.0).
const FILE = 'test_apigateway_common.snapshot.json';
const PARAMETERS = recorded(FILE, '::test_api_gateway_request_validator');
const REFERENCES = recorded(FILE, '::test_api_gateway_request_validator_with_ref_models');
const ONE_OF = recorded(FILE, '::test_api_gateway_request_validator_with_ref_one_ofmodels');

const VALUES = { target: '/local/nested/value?qs1=test', headers: { 'x-header-param': 'test' } };
const GET_PARAMETERS = required('header:x-header-param', 'path:test', 'querystring:qs1');
const POST_PARAMETERS = required('header:x-header-param', 'path:issuer', 'querystring:qs1');
const AB: ApiModel = {
  address: 'aws_api_gateway_model.test',
  name: 'testSchema',
  schema: {
    title: 'testSchema',
    type: 'object',
    properties: { a: { type: 'number' }, b: { type: 'number' } },
    required: ['a', 'b'],
  },
};

/** What was asked before each recorded refusal, as the recording test has it. */
const REFUSED: Readonly<Record<string, readonly [Partial<RequestValidation>, RequestOptions]>> = {
  'missing-all-required-request-params-post': [
    { parameters: POST_PARAMETERS },
    { method: 'POST', target: '/local/nested/value', body: '{"test": "test"}' },
  ],
  'missing-required-headers-request-params-get': [
    { parameters: GET_PARAMETERS },
    { target: '/local/nested/value?qs1=test' },
  ],
  'missing-required-qs-request-params-get': [
    { parameters: GET_PARAMETERS },
    { target: '/local/nested/value', headers: VALUES.headers },
  ],
  'invalid-request-body': [
    { parameters: GET_PARAMETERS, models: { 'application/json': AB } },
    { ...VALUES, method: 'POST', body: '{"test": "test"}' },
  ],
};

for (const [name, [validation, request]] of Object.entries(REFUSED)) {
  test(`refuses what AWS refuses, in its words: ${name}`, { skip: RECORDED_SKIP }, async () => {
    const response = await ask(validation, request);
    assert.equal(response.status, 400, response.decision);
    assert.deepEqual(JSON.parse(String(response.body)), PARAMETERS[name]);
  });
}

for (const [what, models, request, status] of [
  ['all parameters', {}, { ...VALUES, method: 'POST', body: '{"test": "test"}' }, 200],
  ['all parameters, without a body', {}, VALUES, 200],
  ['no body where the model requires properties', { 'application/json': AB }, VALUES, 400],
  [
    'the right body',
    { 'application/json': AB },
    { ...VALUES, method: 'POST', body: '{"a":1,"b":2}' },
    200,
  ],
] as const) {
  test(`answers ${status} to ${what}, as the recording test saw`, async () => {
    const response = await ask({ parameters: GET_PARAMETERS, models }, request);
    assert.equal(response.status, status, response.decision);
  });
}

for (const [name, recordedCases, body] of [
  ['successful', REFERENCES, [{ a: 1, b: 2 }]],
  ['failed-validation', REFERENCES, [{ a: 1, c: 2 }]],
  ['successful', ONE_OF, { status: null }],
  ['successful-with-data', ONE_OF, { status: { Status: 'sent', Order: 1 } }],
  ['failed-validation-no-data', ONE_OF, {}],
  ['failed-validation-bad-data', ONE_OF, { status: { Status: 'sent' } }],
] as const) {
  const text = JSON.stringify(body);
  test(
    `checks a model that refers to another as AWS does: ${name} ${text}`,
    { skip: RECORDED_SKIP },
    async () => {
      const models = recordedModels(recordedCases['get-models-with-ref']);
      const [model] = models.slice(-1);
      assert.ok(model);
      const request = { ...VALUES, method: 'POST', body: text };
      const response = await ask({ models: { 'application/json': model } }, request, models);
      // The recording integration answered {"data":"ok"}.
      const answer: unknown =
        response.status === 200 ? { data: 'ok' } : JSON.parse(String(response.body));
      assert.deepEqual(answer, recordedCases[name], response.decision);
    },
  );
}

function required(...texts: readonly string[]): RequestValidation['parameters'] {
  return texts.map((text) => {
    const [place = '', name = ''] = text.split(':');
    assert.ok(place === 'header' || place === 'path' || place === 'querystring');
    return { place, name };
  });
}

/** The models as AWS listed them, of the API that is played. */
function recordedModels(listed: unknown): readonly ApiModel[] {
  const { items } = listed as { readonly items: readonly Pick<ApiModel, 'name' | 'schema'>[] };
  return items.map(({ name, schema }) => {
    const text = JSON.stringify(schema).replaceAll('<api-id>', buildApi().id);
    return { address: name, name, schema: JSON.parse(text) as ApiModel['schema'] };
  });
}

function ask(
  validation: Partial<RequestValidation>,
  request: RequestOptions,
  models: readonly ApiModel[] = [AB],
): Promise<HttpResponse> {
  const method: Method = buildMethod('ANY /nested/{test}', {
    authorization: known('NONE'),
    apiKeyRequired: known(false),
    validation: { validator: 'test-validator', parameters: [], models: {}, ...validation },
  });
  const stages = [buildStage({ name: 'local' })];
  const permissions = [{ action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' }];
  const restApis = [buildApi({ methods: [method], stages, models })];
  return buildGateway({ model: { restApis, functions: [buildFunction({ permissions })] } }).send(
    request,
  );
}
