import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NOT_MODELLED } from './not-modelled';
import { READER_OF } from './readers/readers';
import { assertRefused } from './testing/assert-refused';
import { modelOf, stackJson, withoutResource, withResource } from './testing/stack.fixture';

test('reads a whole stack into one model, every part with its owner', () => {
  const model = modelOf(stackJson());
  assert.equal(model.region, 'us-west-2');
  assert.deepEqual(
    model.userPools.map(({ clients, groups }) => [clients.length, groups.map(({ name }) => name)]),
    [[1, ['admin']]],
  );
  assert.deepEqual(
    model.roles.map(({ arn, policies }) => [arn, policies.map(({ name }) => name)]),
    [
      ['arn:aws:iam::000000000000:role/dev-member', ['dev-member/call-routes']],
      ['arn:aws:iam::000000000000:role/dev-admin', ['dev-admin/call-routes']],
    ],
  );
  assert.deepEqual(
    model.restApis.map(({ methods, stages }) => [
      methods.map(({ httpMethod, resourcePath }) => `${httpMethod} ${resourcePath}`),
      stages.map(({ name, invokeUrl }) => [name, invokeUrl]),
    ]),
    [
      [
        ['GET /secure', 'GET /vip'],
        [['dev', 'https://aws_api_gateway_rest_api.api.execute-api.us-west-2.amazonaws.com/dev']],
      ],
    ],
  );
  assert.deepEqual(model.usagePlans[0]?.keyIds, [model.apiKeys[0]?.id]);
  assert.equal(model.functions[0]?.permissions.length, 1);
  assert.deepEqual([model.unsupported, model.notModelled], [[], []]);
});

test('stops at a type that is neither read nor left out, naming it and both files', () => {
  const stack = withResource(stackJson(), 'aws_wafv2_web_acl.wall', {});
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_UNKNOWN_TYPE',
    'aws_wafv2_web_acl.wall',
    'libs/auth-model/src/readers/readers.ts',
    'libs/auth-model/src/not-modelled.ts',
  );
});

test('stops at a data source that nothing computes', () => {
  const stack = withResource(stackJson(), 'data.aws_availability_zones.p', {});
  assertRefused(() => modelOf(stack), 'ERR_MODEL_UNKNOWN_TYPE', 'data.aws_availability_zones.p');
});

test('leaves a type out that is listed, and says why', () => {
  const stack = withResource(stackJson(), 'aws_cloudwatch_metric_alarm.errors', {
    alarm_name: 'x',
  });
  assert.deepEqual(modelOf(stack).notModelled, [
    {
      address: 'aws_cloudwatch_metric_alarm.errors',
      because: NOT_MODELLED.aws_cloudwatch_metric_alarm,
    },
  ]);
});

test('keeps the two tables apart', () => {
  const both = Object.keys(READER_OF).filter((type) => Object.hasOwn(NOT_MODELLED, type));
  assert.deepEqual(both, []);
});

/** What a resource must have for its reader to get as far as its last argument. */
const EXTRA_RESOURCES: Readonly<Record<string, Record<string, string>>> = {
  aws_api_gateway_gateway_response: {
    rest_api_id: '${aws_api_gateway_rest_api.api.id}',
    response_type: 'THROTTLED',
  },
  aws_iam_policy: {
    name: 'p',
    policy: '{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}',
  },
  aws_s3_bucket: { bucket: 'site' },
};

const READ_IN_FIXTURE = Object.keys(READER_OF).filter((type) => Object.hasOwn(stackTypes(), type));

for (const type of [...READ_IN_FIXTURE, ...Object.keys(EXTRA_RESOURCES)]) {
  test(`stops at an argument of ${type} that nobody has considered`, () => {
    const name = Object.keys(stackTypes()[type] ?? { added: {} })[0] ?? '';
    const body = { ...EXTRA_RESOURCES[type], some_new_argument: 'x' };
    const stack = withResource(stackJson(), `${type}.${name}`, body);
    assertRefused(
      () => modelOf(stack),
      'ERR_MODEL_UNKNOWN_ATTRIBUTE',
      `${type}.${name}.some_new_argument`,
    );
  });
}

function stackTypes(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return stackJson().resource as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

test('stops at an argument of a nested block that nobody has considered', () => {
  const stack = withResource(stackJson(), 'aws_cognito_user_pool.users', {
    password_policy: { minimum_length: 8, require_haiku: true },
  });
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    'users.password_policy.require_haiku',
  );
});

test('takes null, an empty list and an empty block for what is left out', () => {
  const stack = withResource(stackJson(), 'aws_iam_role.member', { some_list: [], some_block: {} });
  assert.equal(modelOf(stack).roles.length, 2);
});

test('stops at a part whose owner the stack does not have', () => {
  const stack = withResource(stackJson(), 'aws_cognito_user_group.admin', {
    user_pool_id: 'us-west-2_elsewhere',
  });
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_ORPHAN',
    'aws_cognito_user_group.admin',
    'us-west-2_elsewhere',
  );
});

test('stops at a method without an integration, as AWS does', () => {
  const stack = withoutResource(stackJson(), 'aws_api_gateway_integration.get_vip');
  assertRefused(() => modelOf(stack), 'ERR_MODEL_INVALID_VALUE', 'aws_api_gateway_method.get_vip');
});

test('stops at two resources that set what AWS keeps once', () => {
  const attachment = {
    identity_pool_id: '${aws_cognito_identity_pool.identities.id}',
    roles: { authenticated: '${aws_iam_role.admin.arn}' },
  };
  const stack = withResource(
    stackJson(),
    'aws_cognito_identity_pool_roles_attachment.again',
    attachment,
  );
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_INVALID_VALUE',
    'aws_cognito_identity_pool.identities',
  );
});

test('stops at another region or provider, since every ARN holds the region', () => {
  const elsewhere = withResource(stackJson(), 'aws_iam_role.member', { region: 'us-east-1' });
  assertRefused(
    () => modelOf(elsewhere),
    'ERR_MODEL_UNSUPPORTED',
    'aws_iam_role.member.region',
    'us-west-2',
  );
  const aliased = withResource(stackJson(), 'aws_iam_role.member', { provider: 'aws.east' });
  assertRefused(() => modelOf(aliased), 'ERR_MODEL_UNSUPPORTED', 'aws_iam_role.member', 'aws.east');
  const same = withResource(stackJson(), 'aws_iam_role.member', {
    region: 'us-west-2',
    provider: 'aws',
  });
  assert.equal(modelOf(same).roles.length, 2);
});

test('stops where the provider has no region', () => {
  const stack = { ...stackJson(), provider: { aws: [{}] } };
  assertRefused(() => modelOf(stack), 'ERR_MODEL_NOT_KNOWN', 'provider.aws', 'region');
});

test('stops at a missing or mistyped argument, naming it', () => {
  const missing = withResource(stackJson(), 'aws_iam_role.member', { assume_role_policy: null });
  assertRefused(
    () => modelOf(missing),
    'ERR_MODEL_INVALID_VALUE',
    'aws_iam_role.member.assume_role_policy',
  );
  const mistyped = withResource(stackJson(), 'aws_cognito_user_group.admin', {
    precedence: 'first',
  });
  assertRefused(
    () => modelOf(mistyped),
    'ERR_MODEL_INVALID_VALUE',
    'admin.precedence',
    'a number',
    '"first"',
  );
});

test('stops at a policy that is none, naming the resource and the place in it', () => {
  const policy =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Action":"a:b","Resource":"*"}]}';
  const stack = withResource(stackJson(), 'aws_iam_role_policy.admin', { policy });
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_INVALID_VALUE',
    'aws_iam_role_policy.admin.policy',
    'dev-admin/call-routes',
    'Statement[0].Effect',
  );
});
