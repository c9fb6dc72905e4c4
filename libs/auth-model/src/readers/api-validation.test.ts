import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import type { Method } from '../model-api';
import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const METHOD = 'aws_api_gateway_method.get_vip';
const VALIDATOR = 'aws_api_gateway_request_validator.all';
const rest_api_id = '${aws_api_gateway_rest_api.api.id}';
const ALL = {
  rest_api_id,
  name: 'all',
  validate_request_body: true,
  validate_request_parameters: true,
};
const schema = { type: 'object', required: ['a'] };
const MODEL = { rest_api_id, name: 'Thing', content_type: 'x/y', schema: JSON.stringify(schema) };
const CHECKED = {
  request_validator_id: `\${${VALIDATOR}.id}`,
  request_models: { 'application/json': '${aws_api_gateway_model.thing.name}' },
  request_parameters: {
    'method.request.querystring.q': true,
    'method.request.path.id': true,
    'method.request.header.X-One': true,
    'method.request.header.X-Two': false,
  },
};

function stackWith(...bodies: readonly (readonly [string, JsonObject])[]) {
  const stack = withResource(stackJson(), 'aws_api_gateway_model.thing', MODEL);
  return modelOf(
    [[VALIDATOR, ALL] as const, [METHOD, CHECKED] as const, ...bodies].reduce(
      (all, [address, body]) => withResource(all, address, body),
      stack,
    ),
  );
}

const validationOf = (
  ...bodies: readonly (readonly [string, JsonObject])[]
): Method['validation'] =>
  stackWith(...bodies).restApis[0]?.methods.find(({ resourcePath }) => resourcePath === '/vip')
    ?.validation;

test('reads what a validator makes of the required parameters and models of a method', () => {
  assert.deepEqual(validationOf(), {
    validator: 'all',
    parameters: [
      { place: 'header', name: 'X-One' },
      { place: 'path', name: 'id' },
      { place: 'querystring', name: 'q' },
    ],
    models: {
      'application/json': { address: 'aws_api_gateway_model.thing', name: 'Thing', schema },
    },
  });
});

test('checks only what the validator is told to check', () => {
  const bodyOnly = validationOf([VALIDATOR, { validate_request_parameters: false }]);
  assert.deepEqual(bodyOnly?.parameters, []);
  const parametersOnly = validationOf([VALIDATOR, { validate_request_body: null }]);
  assert.deepEqual(parametersOnly?.models, {});
  const off = { validate_request_body: false, validate_request_parameters: false };
  assert.equal(validationOf([VALIDATOR, off]), undefined);
});

test('checks nothing where a method has no validator', () => {
  for (const request_validator_id of [null, ''])
    assert.equal(validationOf([METHOD, { request_validator_id }]), undefined);
});

test('knows the models that every API has from the start', () => {
  const request_models = { 'application/json': 'Empty' };
  const model = validationOf([METHOD, { request_models }])?.models['application/json'];
  const $schema = 'http://json-schema.org/draft-04/schema#';
  assert.deepEqual(model?.schema, { $schema, title: 'Empty Schema', type: 'object' });
});

for (const [what, bodies, code, word] of [
  [
    'a model that is not there',
    [METHOD, { request_models: { a: 'Other' } }],
    'ERR_MODEL_ORPHAN',
    'Other',
  ],
  [
    'a validator that is not there',
    [METHOD, { request_validator_id: 'x1' }],
    'ERR_MODEL_ORPHAN',
    'x1',
  ],
  [
    'a parameter of another kind',
    [METHOD, { request_parameters: { 'method.request.body.a': true } }],
    'ERR_MODEL_INVALID_VALUE',
    'method.request.body.a',
  ],
  [
    'a schema that is no JSON',
    ['aws_api_gateway_model.thing', { schema: '{' }],
    'ERR_MODEL_INVALID_VALUE',
    'JSON',
  ],
] as const) {
  test(`refuses ${what}`, () => {
    assertRefused(() => validationOf(bodies), code, word);
  });
}

test('says aloud that the formats of a schema are not checked', () => {
  const body = { schema: JSON.stringify({ type: 'string', format: 'date-time' }) };
  const { unsupported } = stackWith(['aws_api_gateway_model.thing', body]);
  assert.deepEqual(
    unsupported.map(({ address, attribute }) => [address, attribute]),
    [['aws_api_gateway_model.thing', 'schema']],
  );
});
