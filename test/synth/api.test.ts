import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { RouteRow } from '@gatehouse/access';

import { GATEWAY_RESPONSE_TYPES } from '../../infra/api/gateway-responses';
import { asRecord } from '../../infra/guardrails/stack-json';
import { devStack, statementsOf, Synthesized, type Body } from './synthesized';

const SITE = "'http://${aws_s3_bucket_website_configuration.Site_Website.website_endpoint}'";
const member: RouteRow = { allow: ['member'], apiKey: true, summary: 'a route' };

const methodsOf = (stack: Synthesized): readonly (readonly unknown[])[] =>
  stack
    .bodies('aws_api_gateway_method')
    .map(({ http_method: verb, authorization, api_key_required: key }) => [
      verb,
      authorization,
      key,
    ]);

const preflightOf = (stack: Synthesized): Body =>
  asRecord(stack.bodies('aws_api_gateway_integration_response')[0]);

test('is one regional REST API whose key comes in a header', () => {
  const api = devStack().one('aws_api_gateway_rest_api');
  assert.deepEqual(api.endpoint_configuration, { types: ['REGIONAL'] });
  assert.equal(api.api_key_source, 'HEADER');
  // Either would lay a second description of the API over this one.
  assert.equal(api.body, undefined);
  assert.equal(api.policy, undefined);
});

test('guards each route with a signature and a key, and each OPTIONS with neither', () => {
  assert.deepEqual(methodsOf(devStack()), [
    ['GET', 'AWS_IAM', true],
    ['GET', 'AWS_IAM', true],
    ['OPTIONS', 'NONE', false],
    ['OPTIONS', 'NONE', false],
  ]);
});

test('sends every route to the one function', () => {
  const proxies = devStack()
    .bodies('aws_api_gateway_integration')
    .filter(({ type }) => type === 'AWS_PROXY');
  assert.equal(proxies.length, 2);
  for (const proxy of proxies) {
    assert.equal(proxy.integration_http_method, 'POST');
    assert.equal(proxy.uri, '${aws_lambda_function.Function_Lambda.invoke_arn}');
    assert.ok(Number(proxy.timeout_milliseconds) <= 29_000);
  }
});

test('answers a preflight by itself, with what a signed request carries', () => {
  const stack = devStack();
  assert.equal(stack.all('aws_api_gateway_method_response').size, 2);
  assert.equal(stack.all('aws_api_gateway_integration_response').size, 2);
  const headers = asRecord(preflightOf(stack).response_parameters);
  const header = (name: string): string => String(headers[`method.response.header.${name}`]);
  for (const needed of [
    'Authorization',
    'Content-Type',
    'X-Amz-Date',
    'X-Amz-Security-Token',
    'X-Api-Key',
  ])
    assert.ok(header('Access-Control-Allow-Headers').includes(needed), needed);
  assert.equal(header('Access-Control-Allow-Methods'), "'GET,OPTIONS'");
  assert.equal(header('Access-Control-Allow-Origin'), SITE);
  assert.equal(header('Access-Control-Max-Age'), "'7200'");
  assert.equal(headers['method.response.header.Access-Control-Allow-Credentials'], undefined);
});

test('declares on the method every header that the integration sets', () => {
  const stack = devStack();
  const declared = stack.bodies('aws_api_gateway_method_response');
  const set = stack.bodies('aws_api_gateway_integration_response');
  for (const [index, response] of set.entries())
    assert.deepEqual(
      Object.keys(asRecord(declared[index]?.response_parameters)),
      Object.keys(asRecord(response.response_parameters)),
    );
});

test('gives CORS headers to all errors that the gateway makes: the defaults and each named kind', () => {
  const responses = devStack().bodies('aws_api_gateway_gateway_response');
  assert.equal(GATEWAY_RESPONSE_TYPES.length, 21);
  assert.deepEqual(
    responses.map((it) => it.response_type).sort(),
    [...GATEWAY_RESPONSE_TYPES].sort(),
  );
  for (const response of responses) {
    assert.deepEqual(response.response_parameters, {
      'gatewayresponse.header.Access-Control-Allow-Origin': SITE,
      'gatewayresponse.header.Access-Control-Expose-Headers':
        "'Date,x-amzn-ErrorType,x-amzn-RequestId'",
    });
    // One on DEFAULT_4XX would become the status of every kind.
    assert.equal(response.status_code, undefined);
    assert.deepEqual(response.response_templates, {
      'application/json': '{"message":$context.error.messageString}',
    });
  }
});

test('never joins several origins into one header', () => {
  const corsOrigins = ['https://a.example', 'https://b.example'] as const;
  const stack = new Synthesized({ environment: { corsOrigins } });
  const preflight = preflightOf(stack);
  const headers = asRecord(preflight.response_parameters);
  assert.equal(
    headers['method.response.header.Access-Control-Allow-Origin'],
    "'https://a.example'",
  );
  assert.equal(headers['method.response.header.Vary'], "'Origin'");
  assert.deepEqual(preflight.response_templates, {
    'application/json': [
      '#set($origin = $input.params().header.get("Origin"))',
      '#if($origin == "")',
      '#set($origin = $input.params().header.get("origin"))',
      '#end',
      '#if($origin == "https://a.example" || $origin == "https://b.example")',
      '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
      '#end',
    ].join('\n'),
  });
  const gateway = asRecord(
    stack.bodies('aws_api_gateway_gateway_response')[0]?.response_parameters,
  );
  assert.equal(
    gateway['gatewayresponse.header.Access-Control-Allow-Origin'],
    'method.request.header.Origin',
  );
  assert.equal(gateway['gatewayresponse.header.Vary'], "'Origin'");
  const { variables } = asRecord(stack.one('aws_lambda_function').environment);
  assert.equal(asRecord(variables).ALLOWED_ORIGINS, 'https://a.example,https://b.example');
});

test('one origin is a constant, without a template', () => {
  assert.equal(preflightOf(devStack()).response_templates, undefined);
});

test('throttles the stage, single routes, and the key of the plan, which has a quota', () => {
  const stack = devStack();
  const settings = stack.bodies('aws_api_gateway_method_settings').map((it) => {
    const { throttling_rate_limit: rate, throttling_burst_limit: burst } = asRecord(it.settings);
    return [it.method_path, rate, burst];
  });
  assert.deepEqual(settings, [
    ['*/*', 100, 200],
    ['vip/GET', 50, 100],
  ]);
  const plan = stack.one('aws_api_gateway_usage_plan');
  assert.deepEqual(plan.throttle_settings, { rate_limit: 50, burst_limit: 100 });
  assert.deepEqual(plan.quota_settings, { limit: 10_000, period: 'DAY' });
});

test('the plan refers to the stage, so that it goes first when both go', () => {
  const { api_stages: stages } = devStack().one('aws_api_gateway_usage_plan');
  assert.deepEqual(stages, [
    {
      api_id: '${aws_api_gateway_rest_api.api.id}',
      stage: '${aws_api_gateway_stage.Api_Stage.stage_name}',
    },
  ]);
});

test('the key is in the plan, and its value is nowhere in the JSON', () => {
  const stack = devStack();
  const key = stack.one('aws_api_gateway_api_key');
  assert.equal(key.value, undefined);
  assert.equal(key.enabled, true);
  assert.equal(
    stack.one('aws_api_gateway_usage_plan_key').key_id,
    '${aws_api_gateway_api_key.client.id}',
  );
});

test('execution logs stay off: they would hold signatures and tokens', () => {
  for (const { settings } of devStack().bodies('aws_api_gateway_method_settings')) {
    assert.equal(asRecord(settings).logging_level, 'OFF');
    assert.equal(asRecord(settings).data_trace_enabled, false);
  }
});

const PLAN = { ratePerSecond: 1, burst: 1 };

test('one OPTIONS serves all verbs of a path', () => {
  const stack = new Synthesized({
    routes: { 'GET /items': member, 'POST /items': member, 'GET /items/{id}': member },
    environment: { throttle: { plan: PLAN, stage: PLAN } },
  });
  const options = stack
    .bodies('aws_api_gateway_method')
    .filter(({ http_method: verb }) => verb === 'OPTIONS');
  assert.equal(options.length, 2);
  const methods = stack
    .bodies('aws_api_gateway_integration_response')
    .map(
      (it) =>
        asRecord(it.response_parameters)['method.response.header.Access-Control-Allow-Methods'],
    );
  assert.deepEqual(methods.sort(), ["'GET,OPTIONS'", "'GET,OPTIONS,POST'"]);
  assert.equal(stack.all('aws_api_gateway_resource').size, 2);
});

test('a route at the root needs no path part', () => {
  const stack = new Synthesized({
    routes: { 'GET /': member },
    environment: { throttle: { plan: PLAN, stage: PLAN } },
  });
  assert.equal(stack.all('aws_api_gateway_resource').size, 0);
  const [method] = stack.bodies('aws_api_gateway_method');
  assert.equal(method?.resource_id, '${aws_api_gateway_rest_api.api.root_resource_id}');
});

test('a path parameter becomes "*" at the end of the ARN, with stage and verb in full', () => {
  const stack = new Synthesized({
    routes: { 'GET /items/{id}': member },
    environment: { throttle: { plan: PLAN, stage: PLAN } },
  });
  const arn = '${aws_api_gateway_rest_api.api.execution_arn}/dev/GET/items/*';
  const policies = stack.bodies('aws_iam_role_policy').filter(({ name }) => name === 'call-routes');
  assert.equal(policies.length, 2);
  for (const { policy } of policies)
    assert.deepEqual(
      statementsOf(policy).map(({ Resource }) => Resource),
      [arn],
    );
  assert.equal(stack.one('aws_lambda_permission').source_arn, arn);
});
