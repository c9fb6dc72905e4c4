/** For a review: one attribute that is not understood hides nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson, type JsonObject } from '@gatehouse/terraform-json';

import { accessMatrix } from './matrix/access-matrix';
import type { AuthModel } from './model';
import { readAuthModel } from './read-auth-model';
import { symbolicAttributes } from './symbolic-attributes';
import { modelOf, stackJson, withoutResource, withResource } from './testing/stack.fixture';

const FUNCTION = 'aws_lambda_function.api';
const METHOD = 'aws_api_gateway_method.get_vip';
const INTEGRATION = 'aws_api_gateway_integration.get_vip';
const POLICY = 'aws_iam_role_policy.member';

const lenient = (stack: JsonObject): AuthModel =>
  readAuthModel(parseTerraformJson(stack, 'cdk.tf.json'), symbolicAttributes, {
    leaveOutWhatCannotBeRead: true,
  });

const cellsOf = (model: AuthModel): readonly string[] =>
  accessMatrix(model).cells.map(
    ({ principal, route, allowed }) => `${principal} ${route} ${String(allowed)}`,
  );

const WHOLE = cellsOf(modelOf(stackJson()));

test('reads a stack without a flaw as whoever wants all of it does', () => {
  assert.deepEqual(lenient(stackJson()), modelOf(stackJson()));
});

for (const [attribute, body] of [
  ['layers', { layers: ['arn:aws:lambda:us-west-2:123456789012:layer:x:1'] }],
  ['image_uri', { image_uri: 'x' }],
  ['durable_config', { durable_config: { execution_timeout: 1 } }],
] as const) {
  test(`takes ${attribute}, which is only hard to play, for nothing that decides access`, () => {
    const stack = withResource(stackJson(), FUNCTION, body);
    assert.throws(() => modelOf(stack), new RegExp(`${attribute} is not supported`));
    const model = lenient(stack);
    assert.deepEqual(model.unread, []);
    assert.deepEqual(cellsOf(model), WHOLE);
  });
}

const NAMED: readonly (readonly [string, string, JsonObject])[] = [
  [INTEGRATION, 'uri', { uri: 'https://elsewhere.example' }],
  [INTEGRATION, 'type', { type: 'HTTP_PROXY' }],
  ['aws_api_gateway_rest_api.api', 'body', { body: '{}' }],
  ['aws_iam_role.member', 'odd', { odd: 1 }],
  ['aws_iam_role.member', 'max_session_duration', { max_session_duration: 'soon' }],
];

for (const [address, attribute, body] of NAMED) {
  test(`names ${address}.${attribute}, and tells who may call as before`, () => {
    const stack = withResource(stackJson(), address, body);
    assert.throws(() => modelOf(stack));
    const model = lenient(stack);
    assert.deepEqual(
      model.unread.map((one) => [one.address, one.attribute]),
      [[address, attribute]],
    );
    assert.match(model.unread[0]?.because ?? '', new RegExp(`${address}\\.${attribute} `));
    assert.deepEqual(cellsOf(model), WHOLE);
  });
}

test('never shows as denied what depends on a policy that is none', () => {
  const model = lenient(withResource(stackJson(), POLICY, { policy: '\u0001{}' }));
  assert.deepEqual(
    model.unread.map(({ address, attribute }) => `${address}.${attribute}`),
    [`${POLICY}.policy`],
  );
  const cells = accessMatrix(model).cells.filter(({ principal }) => principal === 'member');
  assert.deepEqual(new Set(cells.map(({ allowed }) => allowed)), new Set([null]));
});

test('never shows as denied what depends on whom a role trusts, where that cannot be read', () => {
  const model = lenient(
    withResource(stackJson(), 'aws_iam_role.member', { assume_role_policy: null }),
  );
  assert.match(model.unread[0]?.because ?? '', /assume_role_policy is missing\. Set it\./);
  const cells = accessMatrix(model).cells.filter(({ principal }) => principal === 'member');
  assert.deepEqual(new Set(cells.map(({ allowed }) => allowed)), new Set([null]));
});

/** What only apply will tell. */
const NOT_YET = '${aws_ssm_parameter.later.arn}';

const later = (address: string, body: JsonObject): AuthModel =>
  lenient(withResource(withResource(stackJson(), 'aws_ssm_parameter.later', {}), address, body));

const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment.roles';

for (const [what, body] of [
  ['the roles of the pool', { roles: NOT_YET, role_mapping: [] }],
  ['one of them', { roles: { authenticated: NOT_YET }, role_mapping: [] }],
  ['the mappings', { role_mapping: NOT_YET }],
] as const) {
  test(`never shows as denied what depends on ${what}, where that is not known yet`, () => {
    const cells = accessMatrix(later(ATTACHMENT, body)).cells.filter(
      ({ principal }) => principal === 'member',
    );
    assert.notEqual(cells.length, 0);
    assert.deepEqual(new Set(cells.map(({ allowed }) => allowed)), new Set([null]));
  });
}

for (const [what, body] of [
  ['the length of passwords', { password_policy: { minimum_length: NOT_YET } }],
  ['the whole of their policy', { password_policy: NOT_YET }],
  ['the type of an attribute', { schema: { name: 'a', attribute_data_type: NOT_YET } }],
] as const) {
  test(`keeps a user pool of which ${what} is not known yet, with its groups`, () => {
    const model = later('aws_cognito_user_pool.users', body);
    assert.deepEqual(cellsOf(model), WHOLE);
    assert.equal(model.unread.length, 1);
  });
}

test('asks nothing about how far another service may invoke a function', () => {
  const permission = {
    action: 'lambda:InvokeFunction',
    function_name: '${aws_lambda_function.api.function_name}',
    source_arn: NOT_YET,
    qualifier: 'live',
  };
  const events = { ...permission, principal: 'events.amazonaws.com' };
  const model = later('aws_lambda_permission.schedule', events);
  assert.deepEqual(model.unread, []);
  assert.deepEqual(model.unsupported, lenient(stackJson()).unsupported);
  assert.deepEqual(cellsOf(model), WHOLE);
  const gateway = { ...permission, principal: 'apigateway.amazonaws.com' };
  assert.deepEqual(
    later('aws_lambda_permission.schedule', gateway).unread.map(({ attribute }) => attribute),
    ['qualifier', 'source_arn'],
  );
});

test('keeps the method whose integration is not there', () => {
  const model = lenient(withoutResource(stackJson(), INTEGRATION));
  assert.deepEqual(
    model.unread.map(({ address, attribute }) => [address, attribute]),
    [[METHOD, 'integration']],
  );
  assert.deepEqual(cellsOf(model), WHOLE);
});

test('takes what belongs to nobody here for nobody’s, and names it', () => {
  const group = { name: 'x', user_pool_id: 'us-west-2_elsewhere' };
  const model = lenient(withResource(stackJson(), 'aws_cognito_user_group.odd', group));
  assert.match(model.unread[0]?.because ?? '', /belongs to the user pool us-west-2_elsewhere/);
  assert.deepEqual(cellsOf(model), WHOLE);
});

test('makes a symbol of the region that nobody has written down', () => {
  const { region, unread } = lenient({ ...stackJson(), provider: {} });
  assert.equal(region, '${region}');
  assert.deepEqual(unread, []);
});
