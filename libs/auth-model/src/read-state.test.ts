import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformState, type JsonObject } from '@gatehouse/terraform-json';

import type { AuthModel } from './model';
import { readAuthModel } from './read-auth-model';
import { READER_OF } from './readers/readers';
import { symbolicAttributes } from './symbolic-attributes';
import { assertRefused } from './testing/assert-refused';
import { invokePolicy, modelOf, stackJson, withResource } from './testing/stack.fixture';
import { appliedResources, stateJson, type StateResource } from './testing/state.fixture';

const API = '${aws_api_gateway_rest_api.api.id}';
const BUCKET = '${aws_s3_bucket.site.bucket}';
const METHOD = {
  rest_api_id: API,
  resource_id: '${aws_api_gateway_resource.secure.id}',
  http_method: 'GET',
};
const POLICY = invokePolicy(['GET /secure']);
const FOR_ALL = invokePolicy(['GET /secure'], { Principal: '*' });
const EMPTY_ANSWER = { 'application/json': '' };

/** The types that the small stack has not. */
const MORE: readonly (readonly [string, JsonObject])[] = [
  ['aws_api_gateway_gateway_response.denied', { rest_api_id: API, response_type: 'ACCESS_DENIED' }],
  ['aws_api_gateway_method.mock', { ...METHOD, http_method: 'OPTIONS', authorization: 'NONE' }],
  [
    'aws_api_gateway_integration.mock',
    { ...METHOD, http_method: 'OPTIONS', type: 'MOCK', request_templates: EMPTY_ANSWER },
  ],
  [
    'aws_api_gateway_integration_response.mock',
    { ...METHOD, http_method: 'OPTIONS', status_code: '204', response_templates: EMPTY_ANSWER },
  ],
  [
    'aws_api_gateway_method_response.mock',
    { ...METHOD, http_method: 'OPTIONS', status_code: '204' },
  ],
  [
    'aws_api_gateway_method_settings.all',
    {
      rest_api_id: API,
      stage_name: '${aws_api_gateway_stage.dev.stage_name}',
      method_path: '*/*',
      settings: { throttling_rate_limit: 5, throttling_burst_limit: 5 },
    },
  ],
  ['aws_api_gateway_rest_api_policy.api', { rest_api_id: API, policy: FOR_ALL }],
  [
    'aws_iam_openid_connect_provider.more',
    { url: 'https://login.example.com/main', client_id_list: ['app'] },
  ],
  [
    'aws_cognito_identity_pool_provider_principal_tag.users',
    {
      identity_pool_id: '${aws_cognito_identity_pool.identities.id}',
      identity_provider_name: '${aws_cognito_user_pool.users.endpoint}',
      use_defaults: false,
      principal_tags: { team: 'custom:team' },
    },
  ],
  [
    'aws_api_gateway_request_validator.bodies',
    { rest_api_id: API, name: 'b', validate_request_body: true },
  ],
  [
    'aws_api_gateway_model.thing',
    {
      rest_api_id: API,
      name: 'Thing',
      content_type: 'application/json',
      schema: '{"type":"object"}',
    },
  ],
  [
    'aws_api_gateway_method.get_vip',
    {
      request_validator_id: '${aws_api_gateway_request_validator.bodies.id}',
      request_models: { 'application/json': 'Thing' },
    },
  ],
  ['aws_iam_policy.more', { name: 'more', policy: POLICY }],
  [
    'aws_iam_role_policy_attachment.more',
    { role: '${aws_iam_role.member.name}', policy_arn: '${aws_iam_policy.more.arn}' },
  ],
  ['aws_s3_bucket.site', { bucket: 'dev-site' }],
  ['aws_s3_bucket_policy.site', { bucket: BUCKET, policy: FOR_ALL }],
  ['aws_s3_bucket_public_access_block.site', { bucket: BUCKET, block_public_policy: false }],
  [
    'aws_s3_bucket_website_configuration.site',
    { bucket: BUCKET, index_document: { suffix: 'index.html' } },
  ],
  ['aws_s3_object.page', { bucket: BUCKET, key: 'index.html', source: 'assets/index.html' }],
  ['aws_s3_object.empty', { bucket: BUCKET, key: 'robots.txt', content: '' }],
];

const STACK = MORE.reduce(
  (stack, [address, body]) => withResource(stack, address, body),
  stackJson(),
);
const APPLIED = appliedResources(STACK);

test('reads from the state of every type what it reads from its configuration', () => {
  const types = new Set(APPLIED.map(({ type }) => type));
  assert.deepEqual([...types].sort(), Object.keys(READER_OF).sort());
  assert.deepEqual(modelOfState(APPLIED), modelOf(STACK));
});

test('keeps out of a configuration what only AWS may tell', () => {
  assertRefused(
    () => modelOf(withResource(STACK, 'aws_cognito_user_pool.users', { creation_date: 'today' })),
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    'aws_cognito_user_pool.users.creation_date',
  );
});

test('counts once what a state repeats, and takes the resource of its own for it', () => {
  const stale = invokePolicy(['GET /vip']);
  const staleForAll = invokePolicy(['GET /vip'], { Principal: '*' });
  const grant = { id: 'owner', type: 'CanonicalUser', permissions: ['FULL_CONTROL'], uri: '' };
  const repeated = change(APPLIED, {
    'aws_iam_role.member': {
      inline_policy: [{ name: 'call-routes', policy: stale }],
      managed_policy_arns: ['arn:aws:iam::000000000000:policy/more'],
      permissions_boundary: '',
    },
    'aws_api_gateway_rest_api.api': { policy: staleForAll },
    'aws_s3_bucket.site': {
      policy: staleForAll,
      website: [{ index_document: 'old.html', error_document: '', redirect_all_requests_to: '' }],
      grant: [grant],
    },
  });
  assert.deepEqual(modelOfState(repeated), modelOf(STACK));
});

test('reads policies that a role has itself when the state has no others', () => {
  const own = APPLIED.filter(({ type }) => !type.startsWith('aws_iam_role_policy'));
  const [member] = modelOfState(
    change(own, {
      'aws_iam_role.member': {
        inline_policy: [{ name: 'own', policy: POLICY }],
        managed_policy_arns: ['arn:aws:iam::000000000000:policy/more'],
      },
      'aws_iam_role.admin': { inline_policy: [{ name: '', policy: '' }] },
    }),
  ).roles;
  assert.deepEqual(
    member?.policies.map(({ name }) => name),
    ['dev-member/own', 'more'],
  );
});

test('passes over what AWS fills in for what nobody asked for', () => {
  const filled = change(APPLIED, {
    'aws_lambda_function.api': {
      reserved_concurrent_executions: -1,
      ephemeral_storage: [{ size: 512 }],
      tracing_config: [{ mode: 'PassThrough' }],
    },
    'aws_api_gateway_rest_api.api': {
      endpoint_configuration: [{ types: ['EDGE'], vpc_endpoint_ids: [], ip_address_type: 'ipv4' }],
    },
    'aws_api_gateway_integration.mock': { response_transfer_mode: 'BUFFERED' },
    'aws_cognito_user_pool.users': {
      admin_create_user_config: [
        { allow_admin_create_user_only: false, invite_message_template: [] },
      ],
      sign_in_policy: [{ allowed_first_auth_factors: ['PASSWORD'] }],
      verification_message_template: [
        { default_email_option: 'CONFIRM_WITH_CODE', email_message: '', sms_message: '' },
      ],
      password_policy: [
        {
          minimum_length: 8,
          password_history_size: 0,
          require_lowercase: true,
          require_numbers: true,
          require_symbols: true,
          require_uppercase: true,
          temporary_password_validity_days: 7,
        },
      ],
    },
  });
  assert.deepEqual(modelOfState(filled), modelOf(STACK));
});

test('takes ids, addresses and the account from the state, not from what is made up here', () => {
  const resources = JSON.parse(
    JSON.stringify(APPLIED).replaceAll('000000000000', '210987654321'),
  ) as readonly StateResource[];
  const model = modelOfState(
    change(resources, { 'aws_api_gateway_stage.dev': { invoke_url: 'https://told.example/dev' } }),
  );
  assert.equal(model.accountId, '210987654321');
  assert.equal(model.restApis[0]?.stages[0]?.invokeUrl, 'https://told.example/dev');
});

test('makes up no id that a state does not tell', () => {
  const withoutKey = change(APPLIED, { 'aws_api_gateway_api_key.client': { value: '' } });
  assertRefused(
    () => modelOfState(withoutKey),
    'ERR_MODEL_NOT_KNOWN',
    'aws_api_gateway_api_key.client has no api-key-value id',
  );
});

test('needs nothing of a data source in a state: what it told stands where it was used', () => {
  const document = { ...(APPLIED[0] ?? assert.fail()), mode: 'data', values: {} };
  const odd = { ...document, address: 'module.a.data.aws_iam_policy_document.x', type: 'aws_x' };
  assert.deepEqual(modelOfState([...APPLIED, odd as unknown as StateResource]), modelOf(STACK));
});

function change(
  resources: readonly StateResource[],
  changes: Readonly<Record<string, JsonObject>>,
): readonly StateResource[] {
  return resources.map((resource) => ({
    ...resource,
    values: { ...resource.values, ...changes[resource.address] },
  }));
}

function modelOfState(resources: readonly StateResource[]): AuthModel {
  return readAuthModel(parseTerraformState(stateJson(resources), 'state.json'), symbolicAttributes);
}
