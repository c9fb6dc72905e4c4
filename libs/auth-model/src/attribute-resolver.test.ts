import assert from 'node:assert/strict';
import { test } from 'node:test';

import { known, type JsonObject } from '@gatehouse/terraform-json';

import { assertRefused } from './testing/assert-refused';
import { modelOf, stackJson, withResource } from './testing/stack.fixture';

const ACCOUNT = '000000000000';

function withEverything(): JsonObject {
  const bodies: readonly (readonly [string, JsonObject])[] = [
    ['data.aws_caller_identity.current', {}],
    ['data.aws_region.current', {}],
    ['data.aws_partition.current', {}],
    ['aws_sns_topic.alarms', { name: 'alarms' }],
    ['aws_cloudwatch_log_group.logs', { name: '/aws/lambda/x' }],
    ['aws_s3_bucket.site', { bucket: 'site-${data.aws_caller_identity.current.account_id}' }],
    [
      'aws_s3_bucket_website_configuration.site',
      { bucket: '${aws_s3_bucket.site.id}', index_document: { suffix: 'index.html' } },
    ],
    [
      'aws_api_gateway_resource.item',
      {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        parent_id: '${aws_api_gateway_resource.vip.id}',
        path_part: '{id}',
      },
    ],
  ];
  return bodies.reduce((stack, [address, body]) => withResource(stack, address, body), stackJson());
}

const valueOf = (expression: string) =>
  modelOf({ ...withEverything(), output: { asked: { value: expression } } }).outputs.asked;

const EXPECTED: readonly (readonly [string, string])[] = [
  [
    'aws_cognito_user_pool.users.arn',
    `arn:aws:cognito-idp:us-west-2:${ACCOUNT}:userpool/aws_cognito_user_pool.users`,
  ],
  [
    'aws_cognito_user_pool.users.endpoint',
    'cognito-idp.us-west-2.amazonaws.com/aws_cognito_user_pool.users',
  ],
  ['aws_cognito_user_group.admin.id', 'aws_cognito_user_pool.users/admin'],
  ['aws_iam_role.member.arn', `arn:aws:iam::${ACCOUNT}:role/dev-member`],
  ['aws_iam_role.member.id', 'dev-member'],
  ['aws_iam_role.member.unique_id', 'aws_iam_role.member'],
  [
    'aws_api_gateway_rest_api.api.execution_arn',
    `arn:aws:execute-api:us-west-2:${ACCOUNT}:aws_api_gateway_rest_api.api`,
  ],
  ['aws_api_gateway_resource.item.path', '/vip/{id}'],
  [
    'aws_api_gateway_stage.dev.invoke_url',
    'https://aws_api_gateway_rest_api.api.execute-api.us-west-2.amazonaws.com/dev',
  ],
  ['aws_api_gateway_api_key.client.value', 'aws_api_gateway_api_key.client.value'],
  ['aws_lambda_function.api.arn', `arn:aws:lambda:us-west-2:${ACCOUNT}:function:dev-api`],
  [
    'aws_lambda_function.api.invoke_arn',
    `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:${ACCOUNT}:function:dev-api/invocations`,
  ],
  ['aws_s3_bucket.site.arn', `arn:aws:s3:::site-${ACCOUNT}`],
  [
    'aws_s3_bucket_website_configuration.site.website_endpoint',
    `site-${ACCOUNT}.s3-website-us-west-2.amazonaws.com`,
  ],
  ['aws_s3_bucket_website_configuration.site.index_document[0].suffix', 'index.html'],
  ['aws_s3_bucket_website_configuration.site.index_document.0.suffix', 'index.html'],
  ['aws_sns_topic.alarms.arn', `arn:aws:sns:us-west-2:${ACCOUNT}:alarms`],
  [
    'aws_cloudwatch_log_group.logs.arn',
    `arn:aws:logs:us-west-2:${ACCOUNT}:log-group:/aws/lambda/x`,
  ],
  ['data.aws_region.current.name', 'us-west-2'],
  ['data.aws_partition.current.partition', 'aws'],
];

for (const [reference, value] of EXPECTED) {
  test(`resolves ${reference}`, () => {
    assert.deepEqual(valueOf(`\${${reference}}`), known(value));
  });
}

test('gives what the configuration sets before anything else', () => {
  const stack = withResource(stackJson(), 'aws_api_gateway_api_key.client', {
    value: 'a-key-of-our-own-making',
  });
  assert.equal(modelOf(stack).apiKeys[0]?.value, 'a-key-of-our-own-making');
});

test('puts the path of a role into its ARN', () => {
  const stack = withResource(stackJson(), 'aws_iam_role.member', { path: '/people/' });
  assert.equal(modelOf(stack).roles[0]?.arn, `arn:aws:iam::${ACCOUNT}:role/people/dev-member`);
});

test('stops at an attribute that is neither set nor computed', () => {
  assertRefused(
    () => valueOf('${aws_iam_role.member.colour}'),
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    'aws_iam_role.member.colour',
  );
  assertRefused(
    () => valueOf('${aws_iam_role.member.constructor}'),
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    'libs/auth-model/src/computed/',
  );
});

test('stops at API resources that lead in a circle or nowhere', () => {
  const lost = withResource(stackJson(), 'aws_api_gateway_resource.vip', {
    parent_id: 'elsewhere',
  });
  assertRefused(() => modelOf(lost), 'ERR_MODEL_ORPHAN', 'does not lead to the root');
});
