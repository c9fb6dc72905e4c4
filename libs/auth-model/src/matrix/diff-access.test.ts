import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { invokePolicy, modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { diffAccess, type AccessChange } from './diff-access';

const diff = (base: JsonObject, head: JsonObject) => diffAccess(modelOf(base), modelOf(head));

const shown = ({ principal, route, before, after, cause }: AccessChange) =>
  `${principal} ${route} ${String(before)}→${String(after)} ${cause.kind}`;

test('counts what stays and finds nothing between a stack and itself', () => {
  const { gained, lost, doubtful, unchanged, principals, routes } = diff(stackJson(), stackJson());
  assert.deepEqual([gained, lost, doubtful], [[], [], []]);
  assert.equal(unchanged, principals.length * routes.length);
});

test('names the statement that a role gained, or lost', () => {
  const head = withResource(stackJson(), 'aws_iam_role_policy.member', {
    policy: invokePolicy(['GET /secure', 'GET /vip']),
  });
  const [gained] = diff(stackJson(), head).gained;
  assert.equal(gained && shown(gained), 'member GET /vip false→true statement');
  assert.deepEqual(gained?.cause, {
    kind: 'statement',
    change: 'allow-gained',
    role: 'dev-member',
    action: 'execute-api:Invoke',
    resource: '…/dev/GET/vip',
    statement: 'statement Route1 of dev-member/call-routes',
  });
  const [lost] = diff(head, stackJson()).lost;
  assert.equal(lost?.cause.kind === 'statement' && lost.cause.change, 'allow-lost');
});

test('names a method that asks for no signature any more', () => {
  const head = withResource(stackJson(), 'aws_api_gateway_method.get_vip', {
    authorization: 'NONE',
  });
  const { gained } = diff(stackJson(), head);
  assert.deepEqual(gained.map(shown), [
    'guest GET /vip false→true authorization',
    'member GET /vip false→true authorization',
  ]);
  assert.deepEqual(gained[0]?.cause, { kind: 'authorization', before: 'AWS_IAM', after: 'NONE' });
});

test('counts what comes and goes as gained and lost', () => {
  const fewer = stackJson({ routes: ['GET /secure'] });
  assert.deepEqual(diff(fewer, stackJson()).gained.map(shown), [
    'admin GET /vip undefined→true route-added',
  ]);
  assert.deepEqual(diff(stackJson(), fewer).lost.map(shown), [
    'admin GET /vip true→undefined route-removed',
  ]);
  const without = stackJson({ groups: {} });
  assert.deepEqual(diff(without, stackJson()).gained.map(shown), [
    'admin GET /secure undefined→true principal-added',
    'admin GET /vip undefined→true principal-added',
  ]);
});

const stage = (name: string): JsonObject => ({
  rest_api_id: '${aws_api_gateway_rest_api.api.id}',
  deployment_id: '${aws_api_gateway_deployment.api.id}',
  stage_name: name,
});

test('calls a route by one name in both, though only one of them has several stages', () => {
  const head = withResource(stackJson(), 'aws_api_gateway_stage.next', stage('next'));
  const { gained, lost, unchanged } = diff(stackJson(), head);
  assert.deepEqual(
    [gained, lost].map((all) => all.map(shown)),
    [[], []],
  );
  assert.equal(unchanged, 2 * diff(stackJson(), stackJson()).unchanged);
  assert.deepEqual(diff(head, stackJson()).lost, []);
});

test('tells two APIs of one name apart', () => {
  const twin = (more: JsonObject): JsonObject =>
    [
      ['aws_api_gateway_rest_api.twin', { name: 'dev-api' }],
      [
        'aws_api_gateway_resource.twin',
        {
          rest_api_id: '${aws_api_gateway_rest_api.twin.id}',
          parent_id: '${aws_api_gateway_rest_api.twin.root_resource_id}',
          path_part: 'secure',
        },
      ],
      [
        'aws_api_gateway_method.twin',
        {
          rest_api_id: '${aws_api_gateway_rest_api.twin.id}',
          resource_id: '${aws_api_gateway_resource.twin.id}',
          http_method: 'GET',
          authorization: 'AWS_IAM',
          ...more,
        },
      ],
      [
        'aws_api_gateway_integration.twin',
        {
          rest_api_id: '${aws_api_gateway_rest_api.twin.id}',
          resource_id: '${aws_api_gateway_resource.twin.id}',
          http_method: '${aws_api_gateway_method.twin.http_method}',
          type: 'AWS_PROXY',
          integration_http_method: 'POST',
          uri: '${aws_lambda_function.api.invoke_arn}',
        },
      ],
      ['aws_api_gateway_deployment.twin', { rest_api_id: '${aws_api_gateway_rest_api.twin.id}' }],
      [
        'aws_api_gateway_stage.twin',
        {
          rest_api_id: '${aws_api_gateway_rest_api.twin.id}',
          deployment_id: '${aws_api_gateway_deployment.twin.id}',
          stage_name: 'dev',
        },
      ],
    ].reduce(
      (stack, [address, body]) => withResource(stack, address as string, body as JsonObject),
      stackJson(),
    );
  const { gained } = diff(twin({}), twin({ authorization: 'NONE' }));
  assert.deepEqual(gained.map(shown), [
    'guest aws_api_gateway_rest_api.twin/dev GET /secure false→true authorization',
    'member aws_api_gateway_rest_api.twin/dev GET /secure false→true authorization',
    'admin aws_api_gateway_rest_api.twin/dev GET /secure false→true authorization',
  ]);
});

test('never counts what cannot be told as lost or unchanged', () => {
  const head = withResource(stackJson(), 'aws_api_gateway_method.get_vip', {
    authorization: 'CUSTOM',
  });
  const { doubtful, lost } = diff(stackJson(), head);
  assert.deepEqual(
    doubtful.map(({ principal }) => principal),
    ['guest', 'member', 'admin'],
  );
  assert.deepEqual(lost, []);
});

test('names another role', () => {
  const group = { role_arn: '${aws_iam_role.member.arn}' };
  const head = withResource(stackJson(), 'aws_cognito_user_group.admin', group);
  const [lost] = diff(stackJson(), head).lost;
  assert.deepEqual(lost?.cause, { kind: 'role', before: 'dev-admin', after: 'dev-member' });
});

test('calls the same people by the same name when a second place to sign in comes, or goes', () => {
  const one = stackJson();
  const client = { name: 'desk', user_pool_id: '${aws_cognito_user_pool.users.id}' };
  const provider_name = '${aws_cognito_user_pool.users.endpoint}';
  const two = withResource(
    withResource(one, 'aws_cognito_user_pool_client.desk', client),
    'aws_cognito_identity_pool.identities',
    {
      cognito_identity_providers: ['client', 'desk'].map((name) => ({
        client_id: `\${aws_cognito_user_pool_client.${name}.id}`,
        provider_name,
      })),
    },
  );
  const came = diff(one, two);
  assert.deepEqual(came.lost, []);
  const newcomers = new Set(came.gained.map(({ principal }) => principal));
  assert.deepEqual(newcomers, new Set(['member of desk', 'admin of desk']));
  const went = diff(two, one);
  assert.deepEqual(went.gained, []);
  assert.ok(went.lost.length > 0);
});
