import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isJsonObject, type JsonObject } from '@gatehouse/terraform-json';

import { invokePolicy, modelOf, stackJson, trust, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';

const matrixOf = (stack: JsonObject) => accessMatrix(modelOf(stack));

const resourcesOf = (stack: JsonObject): JsonObject =>
  isJsonObject(stack.resource) ? stack.resource : {};

/** `{ 'admin GET /vip': true }`. */
function verdicts(stack: JsonObject): Readonly<Record<string, boolean | null>> {
  const { cells } = matrixOf(stack);
  return Object.fromEntries(
    cells.map(({ principal, route, allowed }) => [`${principal} ${route}`, allowed]),
  );
}

function reasonOf(stack: JsonObject, principal: string, route: string): string {
  const cell = matrixOf(stack).cells.find(
    (one) => one.principal === principal && one.route === route,
  );
  return cell?.reason ?? '';
}

test('says who may call what, and why', () => {
  const matrix = matrixOf(stackJson());
  assert.deepEqual(verdicts(stackJson()), {
    'guest GET /secure': false,
    'guest GET /vip': false,
    'member GET /secure': true,
    'member GET /vip': false,
    'admin GET /secure': true,
    'admin GET /vip': true,
  });
  assert.deepEqual(matrix.principals, [
    { name: 'guest', role: 'the identity pool does not allow guests' },
    { name: 'member', role: 'dev-member (the token holds no role, so the authenticated role)' },
    { name: 'admin', role: 'dev-admin (preferred by the token)' },
  ]);
  assert.deepEqual(matrix.routes[0], { name: 'GET /secure', apiKeyRequired: true });
  assert.deepEqual(matrix.findings, []);
});

test('names the role, its choice and the statement that decided', () => {
  const allowed = reasonOf(stackJson(), 'admin', 'GET /vip');
  for (const word of ['dev-admin', 'preferred by the token', 'Route1', 'dev-admin/call-routes']) {
    assert.ok(allowed.includes(word), allowed);
  }
  assert.match(
    reasonOf(stackJson(), 'member', 'GET /vip'),
    /dev-member .*nearest: "Route0" allows …\/GET\/secure/,
  );
});

test('lets a guest in who is allowed, has a role and is trusted', () => {
  const withGuests = withResource(stackJson(), 'aws_cognito_identity_pool.identities', {
    allow_unauthenticated_identities: true,
  });
  assert.match(reasonOf(withGuests, 'guest', 'GET /secure'), /identity pool has none/);
  const withRole = withResource(withGuests, 'aws_cognito_identity_pool_roles_attachment.roles', {
    roles: {
      authenticated: '${aws_iam_role.member.arn}',
      unauthenticated: '${aws_iam_role.guest.arn}',
    },
  });
  const guest = (amr: string) =>
    withResource(withRole, 'aws_iam_role.guest', {
      name: 'dev-guest',
      assume_role_policy: trust(amr),
      inline_policy: [{ name: 'routes', policy: invokePolicy(['GET /secure']) }],
    });
  assert.equal(verdicts(guest('unauthenticated'))['guest GET /secure'], true);
  assert.equal(verdicts(guest('authenticated'))['guest GET /secure'], false);
  assert.match(reasonOf(guest('authenticated'), 'guest', 'GET /secure'), /does not trust them/);
});

test('takes a group away whose role trusts another pool', () => {
  const assume_role_policy = trust().replace(
    '${aws_cognito_identity_pool.identities.id}',
    'us-west-2:other',
  );
  const stack = withResource(stackJson(), 'aws_iam_role.admin', { assume_role_policy });
  assert.equal(verdicts(stack)['admin GET /vip'], false);
  assert.equal(verdicts(stack)['member GET /secure'], true);
});

test('shows a group role that lost what everybody may do', () => {
  const stack = stackJson({ groups: { admin: { precedence: 10, routes: ['GET /vip'] } } });
  assert.equal(verdicts(stack)['admin GET /secure'], false);
});

test('lets anyone call a method that asks for no signature', () => {
  const stack = withResource(stackJson(), 'aws_api_gateway_method.get_vip', {
    authorization: 'NONE',
  });
  assert.equal(verdicts(stack)['guest GET /vip'], true);
  assert.match(reasonOf(stack, 'guest', 'GET /vip'), /open to anyone/);
});

test('knows guests even where nobody can sign in', () => {
  const only = (type: string, from: JsonObject): JsonObject => ({
    ...from,
    resource: Object.fromEntries(
      Object.entries(resourcesOf(from)).filter(([key]) => key.includes(type)),
    ),
  });
  const stack = only(
    '_api',
    withResource(stackJson(), 'aws_api_gateway_method.get_vip', { authorization: 'NONE' }),
  );
  const lambda = { aws_lambda_function: resourcesOf(stackJson()).aws_lambda_function ?? {} };
  const alone = { ...stack, resource: { ...resourcesOf(stack), ...lambda } };
  assert.deepEqual(verdicts(alone), { 'guest GET /secure': false, 'guest GET /vip': true });
});

test('cannot tell what an authorizer would say', () => {
  const authorization = 'COGNITO_USER_POOLS';
  const stack = withResource(stackJson(), 'aws_api_gateway_method.get_vip', { authorization });
  assert.equal(verdicts(stack)['admin GET /vip'], null);
});

test('cannot tell what hangs on the request, and names it', () => {
  const Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Inside', Effect: 'Allow', Action: 'execute-api:*', Resource: '*', Condition },
    ],
  });
  const stack = withResource(stackJson(), 'aws_iam_role_policy.member', { policy });
  assert.equal(verdicts(stack)['member GET /vip'], null);
  assert.match(reasonOf(stack, 'member', 'GET /vip'), /aws:sourceip/i);
});

test('cannot tell what a policy outside the stack allows', () => {
  const stack = withResource(stackJson(), 'aws_iam_role_policy_attachment.outside', {
    role: 'dev-member',
    policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
  });
  assert.equal(verdicts(stack)['member GET /vip'], null);
});

test('cannot tell of a route with parameters where a policy is about some of its paths', () => {
  const withPolicy = (...statements: readonly object[]): JsonObject => {
    const stack = stackJson({ routes: ['GET /items'] });
    const part = { path_part: '{id}' };
    const arn = '${aws_api_gateway_rest_api.api.execution_arn}/dev/GET/';
    const Statement = statements.map((body) => ({ Action: 'execute-api:Invoke', ...body }));
    const policy = JSON.stringify({ Version: '2012-10-17', Statement }).replaceAll('API/', arn);
    return withResource(
      withResource(stack, 'aws_api_gateway_resource.items', part),
      'aws_iam_role_policy.member',
      {
        policy,
      },
    );
  };
  const cell = (...statements: readonly object[]) =>
    verdicts(withPolicy(...statements))['member GET /{id}'];
  const all = { Effect: 'Allow', Resource: 'API/*' };
  assert.equal(cell(all), true);
  assert.equal(cell({ Effect: 'Allow', Resource: 'API/seven' }), null);
  assert.equal(cell(all, { Effect: 'Deny', Resource: 'API/seven' }), null);
  assert.equal(cell(all, { Effect: 'Deny', Resource: 'API/*' }), false);
  assert.equal(
    cell({ Effect: 'Allow', Resource: 'arn:aws:execute-api:us-west-2:000000000000:other/*' }),
    false,
  );
});

test('weighs the policy of the API together with the roles', () => {
  const statement = (Effect: string, Resource: string) => ({
    Effect,
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource,
  });
  const policy = (...Statement: readonly object[]) =>
    JSON.stringify({ Version: '2012-10-17', Statement });
  const opened = policy(statement('Allow', 'execute-api:/*'));
  const stack = withResource(stackJson(), 'aws_api_gateway_rest_api.api', { policy: opened });
  assert.equal(verdicts(stack)['member GET /vip'], true);
  assert.equal(verdicts(stack)['guest GET /vip'], false);
  const closed = policy(statement('Deny', 'execute-api:/dev/GET/vip'));
  const shut = withResource(stackJson(), 'aws_api_gateway_rest_api.api', { policy: closed });
  assert.equal(verdicts(shut)['admin GET /vip'], false);
  assert.match(reasonOf(shut, 'admin', 'GET /vip'), /resource policy of API dev-api.* denies/);
});

test('writes ANY out as the verbs that have no method of their own', () => {
  const stack = stackJson({ routes: ['ANY /vip', 'GET /secure'] });
  const names = matrixOf(stack).routes.map(({ name }) => name);
  const verbs = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
  assert.deepEqual(names, [...verbs.map((verb) => `${verb} /vip`), 'GET /secure']);
});

test('names the stage of a route where there are several', () => {
  const stage = {
    rest_api_id: '${aws_api_gateway_rest_api.api.id}',
    deployment_id: '${aws_api_gateway_deployment.api.id}',
    stage_name: 'test',
  };
  const stack = withResource(stackJson(), 'aws_api_gateway_stage.test', stage);
  assert.equal(verdicts(stack)['admin dev-api/dev GET /vip'], true);
  assert.equal(verdicts(stack)['admin dev-api/test GET /vip'], false);
});

test('keeps preflights out of the rows', () => {
  const stack = stackJson({ routes: ['GET /vip', 'OPTIONS /vip'] });
  const open = withResource(stack, 'aws_api_gateway_method.options_vip', { authorization: 'NONE' });
  const mock = withResource(open, 'aws_api_gateway_integration.options_vip', {
    type: 'MOCK',
    uri: null,
    integration_http_method: null,
  });
  const matrix = matrixOf(mock);
  assert.deepEqual(matrix.preflights, ['OPTIONS /vip']);
  assert.deepEqual(
    matrix.routes.map(({ name }) => name),
    ['GET /vip'],
  );
});
