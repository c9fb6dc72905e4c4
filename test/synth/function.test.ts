import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import type { RouteRow, RouteRows } from '@gatehouse/access';

import { InfraError } from '../../infra/infra-error';
import { asRecord } from '../../infra/guardrails/stack-json';
import { devStack, prodStack, statementsOf, Synthesized } from './synthesized';

const member: RouteRow = { allow: ['member'], apiKey: true, summary: 'a route' };
const PLAN = { ratePerSecond: 1, burst: 1 };
const EXECUTION = '${aws_api_gateway_rest_api.api.execution_arn}';

const withRoutes = (count: number, name: (index: number) => string): Synthesized => {
  const routes: RouteRows = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`GET /${name(index)}`, member]),
  );
  return new Synthesized({ routes, environment: { throttle: { plan: PLAN, stage: PLAN } } });
};

test('runs our own zip on nodejs24.x, told apart by base64 SHA-256', () => {
  const stack = devStack();
  const lambda = stack.one('aws_lambda_function');
  assert.equal(lambda.runtime, 'nodejs24.x');
  assert.equal(lambda.handler, 'index.handler');
  const zip = readFileSync(join(stack.folder, String(lambda.filename)));
  assert.equal(lambda.source_code_hash, createHash('sha256').update(zip).digest('base64'));
});

test('is told its origins, the prefix of its roles and its name, and nothing else', () => {
  const { variables } = asRecord(devStack().one('aws_lambda_function').environment);
  assert.deepEqual(variables, {
    ALLOWED_ORIGINS: 'http://${aws_s3_bucket_website_configuration.Site_Website.website_endpoint}',
    POWERTOOLS_SERVICE_NAME: 'gatehouse-dev-api',
    ROLE_NAME_PREFIX: 'gatehouse-dev-',
  });
});

test('is told the least to log where the environment says so', () => {
  const stack = new Synthesized({ environment: { functionLogLevel: 'WARN' } });
  const { variables } = asRecord(stack.one('aws_lambda_function').environment);
  assert.equal(asRecord(variables).POWERTOOLS_LOG_LEVEL, 'WARN');
});

test('may write to its own log group, and nothing else', () => {
  const policy = devStack().one('aws_iam_role_policy', 'name', 'write-logs');
  assert.deepEqual(statementsOf(policy.policy), [
    {
      Sid: 'WriteOwnLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '${aws_cloudwatch_log_group.Function_Logs.arn}:*',
    },
  ]);
});

test('the log group is there first, and forgets', () => {
  const group = devStack().one('aws_cloudwatch_log_group');
  assert.equal(group.name, '/aws/lambda/gatehouse-dev-api');
  assert.equal(group.retention_in_days, 14);
  assert.equal(prodStack().one('aws_cloudwatch_log_group').retention_in_days, 90);
  const lambda = devStack().one('aws_lambda_function');
  assert.deepEqual(lambda.depends_on, ['aws_iam_role_policy.Function_Role_Policy']);
});

test('may be called by API Gateway for each method, by its ARN', () => {
  const permissions = devStack().bodies('aws_lambda_permission');
  assert.deepEqual(
    permissions.map(({ statement_id: id, source_arn: arn }) => [id, arn]),
    [
      ['AllowGetSecure', `${EXECUTION}/dev/GET/secure`],
      ['AllowGetVip', `${EXECUTION}/dev/GET/vip`],
    ],
  );
  for (const { principal, action } of permissions)
    assert.deepEqual([principal, action], ['apigateway.amazonaws.com', 'lambda:InvokeFunction']);
});

test('a permission is lost with a replaced function, so its id re-makes it; an update does not', () => {
  for (const { lifecycle } of devStack().bodies('aws_lambda_permission'))
    assert.deepEqual(asRecord(lifecycle).replace_triggered_by, [
      'aws_lambda_function.Function_Lambda.id',
    ]);
});

test('forty routes have a permission each', () => {
  assert.equal(withRoutes(40, (n) => `r${n}`).all('aws_lambda_permission').size, 40);
});

test('more than forty share one for the stage, as the function could not hold them', () => {
  const permission = withRoutes(41, (n) => `r${n}`).one('aws_lambda_permission');
  assert.equal(permission.source_arn, `${EXECUTION}/dev/*`);
});

test('a long path still has a statement id that Lambda takes, and one of its own', () => {
  const ids = withRoutes(2, (n) => `${'long-'.repeat(30)}${n}`)
    .bodies('aws_lambda_permission')
    .map(({ statement_id: id }) => String(id));
  assert.equal(new Set(ids).size, 2);
  for (const id of ids) assert.match(id, /^[A-Za-z0-9]{1,100}$/);
});

test('refuses permissions that outgrow the 20,480 bytes of a function policy', () => {
  const long = (n: number): string => `${'long-'.repeat(40)}${n}`;
  assert.throws(
    () => withRoutes(40, long),
    (error) => error instanceof InfraError && error.message.includes('20480'),
  );
});

test('refuses a role whose routes outgrow the 10,240 characters of an inline policy', () => {
  assert.throws(
    () => withRoutes(80, (n) => `route-${n}`),
    (error) => error instanceof InfraError && /group "member".*80 routes/.test(error.message),
  );
});
