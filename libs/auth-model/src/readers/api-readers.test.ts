import assert from 'node:assert/strict';
import { test } from 'node:test';

import { known, type JsonObject } from '@gatehouse/terraform-json';

import type { AuthModel } from '../model';
import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const METHOD = 'aws_api_gateway_method.get_vip';
const INTEGRATION = 'aws_api_gateway_integration.get_vip';
const API_ID = '${aws_api_gateway_rest_api.api.id}';
const VIP = {
  rest_api_id: API_ID,
  resource_id: '${aws_api_gateway_resource.vip.id}',
  http_method: '${aws_api_gateway_method.get_vip.http_method}',
};

const modelWith = (...bodies: readonly (readonly [string, JsonObject])[]) =>
  modelOf(
    bodies.reduce((stack, [address, body]) => withResource(stack, address, body), stackJson()),
  );
const vip = (...bodies: readonly (readonly [string, JsonObject])[]) =>
  modelWith(...bodies).restApis[0]?.methods.find(({ resourcePath }) => resourcePath === '/vip');

test('finds the function behind a proxy integration, which may take 29 seconds unless it says less', () => {
  const functionArn = 'arn:aws:lambda:us-west-2:000000000000:function:dev-api';
  assert.deepEqual(vip()?.integration, { type: 'AWS_PROXY', functionArn, timeoutMs: 29_000 });
  const quicker = vip([INTEGRATION, { timeout_milliseconds: 500 }])?.integration;
  assert.deepEqual(quicker, { type: 'AWS_PROXY', functionArn, timeoutMs: 500 });
});

test('takes what means nothing to a mock integration, as AWS does', () => {
  const integration = { type: 'MOCK', integration_http_method: 'POST', timeout_milliseconds: 500 };
  assert.equal(vip([INTEGRATION, integration])?.integration.type, 'MOCK');
});

test('tells whoever runs a stack first what to do about an argument that is not known here', () => {
  assertRefused(
    () => vip([INTEGRATION, { new_argument: 'x' }]),
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    'new_argument is set, and what it does is not known here',
    'Take it out of what is played. To teach it',
  );
});

test('takes a timeout from 50 milliseconds to 300 seconds, as the provider does', () => {
  const timeoutOf = (timeout_milliseconds: number) =>
    vip([INTEGRATION, { timeout_milliseconds }])?.integration;
  for (const timeoutMs of [50, 300_000]) {
    const integration = timeoutOf(timeoutMs);
    assert.ok(integration?.type === 'AWS_PROXY' && integration.timeoutMs === timeoutMs);
  }
  for (const wrong of [49, 300_001])
    assertRefused(() => timeoutOf(wrong), 'ERR_MODEL_INVALID_VALUE', 'a number from 50 to 300000');
});

test('reads a mock integration with its templates and responses', () => {
  const header = 'method.response.header.Access-Control-Allow-Origin';
  const method = vip(
    [
      INTEGRATION,
      {
        type: 'MOCK',
        uri: null,
        integration_http_method: null,
        request_templates: { 'application/json': '{"statusCode":200}' },
      },
    ],
    [
      'aws_api_gateway_method_response.vip',
      { ...VIP, status_code: '200', response_parameters: { [header]: true } },
    ],
    [
      'aws_api_gateway_integration_response.vip',
      { ...VIP, status_code: '200', response_parameters: { [header]: "'*'" } },
    ],
  );
  assert.deepEqual(method?.integration, {
    type: 'MOCK',
    passthroughBehavior: 'WHEN_NO_MATCH',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: [{ statusCode: '200', parameters: { [header]: "'*'" }, templates: {} }],
  });
  assert.deepEqual(method.responses, [{ statusCode: '200', parameters: { [header]: true } }]);
});

test('refuses other integrations, naming the file to add them to', () => {
  const words = [INTEGRATION, 'HTTP_PROXY', 'libs/auth-model/src/readers/api-method.ts'];
  assertRefused(
    () => vip([INTEGRATION, { type: 'HTTP_PROXY' }]),
    'ERR_MODEL_UNSUPPORTED',
    ...words,
  );
});

test('refuses a proxy integration that could never invoke its function', () => {
  const wrongVerb = { integration_http_method: 'GET' };
  assertRefused(() => vip([INTEGRATION, wrongVerb]), 'ERR_MODEL_INVALID_VALUE', 'POST');
  const wrongUri = { uri: '${aws_lambda_function.api.arn}' };
  assertRefused(() => vip([INTEGRATION, wrongUri]), 'ERR_MODEL_INVALID_VALUE', 'invoke_arn');
});

test('keeps an authorization that is not decided, and says so', () => {
  const model = modelWith([METHOD, { authorization: 'COGNITO_USER_POOLS', authorizer_id: 'abc' }]);
  assert.deepEqual(model.restApis[0]?.methods[1]?.authorization, known('COGNITO_USER_POOLS'));
  assert.deepEqual(
    model.unsupported.map(({ attribute }) => attribute),
    ['authorizer_id', 'authorization'],
  );
});

test('needs no API key unless the method asks for one', () => {
  assert.deepEqual(vip([METHOD, { api_key_required: null }])?.apiKeyRequired, known(false));
  assert.deepEqual(vip()?.apiKeyRequired, known(true));
});

test('knows methods of the root, which has no resource of its own', () => {
  const root = {
    rest_api_id: API_ID,
    resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
    http_method: 'GET',
  };
  const model = modelWith(
    ['aws_api_gateway_method.root', { ...root, authorization: 'NONE' }],
    ['aws_api_gateway_integration.root', { ...root, type: 'MOCK' }],
  );
  assert.ok(model.restApis[0]?.methods.some(({ resourcePath }) => resourcePath === '/'));
});

test('writes the short resources of an API policy out, wherever the policy stands', () => {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: ['execute-api:/dev/GET/*', 'x'],
      },
    ],
  });
  const expected = [
    'arn:aws:execute-api:us-west-2:000000000000:aws_api_gateway_rest_api.api/dev/GET/*',
    'x',
  ];
  const places: readonly (readonly [string, JsonObject])[] = [
    ['aws_api_gateway_rest_api.api', { policy }],
    ['aws_api_gateway_rest_api_policy.api', { rest_api_id: API_ID, policy }],
  ];
  for (const place of places) {
    const read = modelWith(place).restApis[0]?.policy;
    assert.equal(read?.kind, 'known');
    assert.deepEqual(read.value.statements[0]?.resources?.patterns, expected);
  }
});

test('gives a function 3 seconds and 128 MB unless it asks for more, and its permissions by name or ARN', () => {
  const permission = {
    action: 'lambda:*',
    function_name: '${aws_lambda_function.api.arn}',
    principal: 'x',
  };
  const fn = modelWith(['aws_lambda_permission.again', permission]).functions[0];
  assert.deepEqual([fn?.timeoutSeconds, fn?.memoryMb, fn?.permissions.length], [3, 128, 2]);
});

const permissionFor = (functionName: string): (() => AuthModel) => {
  const permission = {
    action: 'lambda:InvokeFunction',
    function_name: functionName,
    principal: 'cognito-idp.amazonaws.com',
  };
  return () => modelWith(['aws_lambda_permission.hook', permission]);
};

test('says of a permission by ARN that its function is of another stack', () => {
  const model = permissionFor('arn:aws:lambda:us-west-2:123456789012:function:check')();
  assert.equal(model.functions[0]?.permissions.length, 1);
  assert.deepEqual(
    model.unsupported.map(({ address, attribute }) => [address, attribute]),
    [['aws_lambda_permission.hook', 'function_name']],
  );
});

for (const functionName of ['check', '${aws_lambda_function.api.arn}:live']) {
  test(`stops at a permission for ${functionName}, which only this stack could have and has not`, () => {
    const words = ['aws_lambda_permission.hook belongs to the function', 'does not have'];
    assertRefused(permissionFor(functionName), 'ERR_MODEL_ORPHAN', ...words);
  });
}

test('refuses code that does not lie beside the stack', () => {
  const words = ['aws_lambda_function.api.image_uri'];
  assertRefused(
    () => modelWith(['aws_lambda_function.api', { image_uri: 'x' }]),
    'ERR_MODEL_UNSUPPORTED',
    ...words,
  );
});
