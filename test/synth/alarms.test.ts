import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asList, asRecord } from '../../infra/guardrails/stack-json';
import { devStack, Synthesized, type Body } from './synthesized';

const TOPIC = '${aws_sns_topic.Alarms_Topic.arn}';
const alarm = (name: string, stack = devStack()): Body =>
  stack.one('aws_cloudwatch_metric_alarm', 'alarm_name', `gatehouse-dev-${name}`);

test('watches errors, refusals, the rate, the function and Cognito: eight alarms', () => {
  assert.deepEqual(
    devStack()
      .bodies('aws_cloudwatch_metric_alarm')
      .map(({ alarm_name: name }) => name),
    [
      'gatehouse-dev-api-near-plan-rate',
      'gatehouse-dev-api-refusals',
      'gatehouse-dev-api-server-errors',
      'gatehouse-dev-function-errors',
      'gatehouse-dev-function-throttles',
      'gatehouse-dev-sign-in-throttles',
      'gatehouse-dev-sign-up-throttles',
      'gatehouse-dev-token-refresh-throttles',
    ],
  );
});

test('each tells the topic when it goes off and when it is over, and says what to do', () => {
  for (const body of devStack().bodies('aws_cloudwatch_metric_alarm')) {
    assert.deepEqual([body.alarm_actions, body.ok_actions], [[TOPIC], [TOPIC]]);
    assert.equal(body.treat_missing_data, 'notBreaching');
    assert.ok(String(body.alarm_description).length > 40);
  }
});

test('API alarms name API and stage: with other dimensions they would never have data', () => {
  assert.deepEqual(alarm('api-server-errors').dimensions, {
    ApiName: '${aws_api_gateway_rest_api.api.name}',
    Stage: '${aws_api_gateway_stage.Api_Stage.stage_name}',
  });
  assert.equal(alarm('api-server-errors').metric_name, '5XXError');
});

test('refusals count as a share of the calls, once there are enough of them', () => {
  const queries = asList(alarm('api-refusals').metric_query).map(asRecord);
  assert.equal(queries.length, 3);
  const [answer] = queries.filter((query) => query.return_data === true);
  assert.equal(answer?.expression, 'IF(calls >= 20, 100 * refused / calls, 0)');
  const names = queries.map((query) => asRecord(query.metric).metric_name);
  assert.deepEqual(names, ['4XXError', 'Count', undefined]);
});

test('the rate alarm goes off at four fifths of what the plan allows in a minute', () => {
  const { threshold, period, statistic } = alarm('api-near-plan-rate');
  assert.deepEqual([threshold, period, statistic], [0.8 * 50 * 60, 60, 'Sum']);
});

test('Cognito alarms name pool and client', () => {
  for (const name of ['sign-in-throttles', 'sign-up-throttles', 'token-refresh-throttles'])
    assert.deepEqual(alarm(name).dimensions, {
      UserPool: '${aws_cognito_user_pool.users.id}',
      UserPoolClient: '${aws_cognito_user_pool_client.client.id}',
    });
});

test('mails whom the environment names, and nobody else', () => {
  assert.equal(devStack().all('aws_sns_topic_subscription').size, 0);
  const alarmEmails = ['one@example.org', 'two@example.org'];
  const stack = new Synthesized({ environment: { alarmEmails } });
  assert.deepEqual(
    stack
      .bodies('aws_sns_topic_subscription')
      .map(({ protocol, endpoint, topic_arn: topic }) => [protocol, endpoint, topic]),
    alarmEmails.map((endpoint) => ['email', endpoint, TOPIC]),
  );
});

test('without access logs there is no filter and no account role', () => {
  for (const type of [
    'aws_cloudwatch_log_metric_filter',
    'aws_api_gateway_account',
    'aws_iam_role_policy_attachment',
  ])
    assert.equal(devStack().all(type).size, 0, type);
  assert.equal(devStack().one('aws_api_gateway_stage').access_log_settings, undefined);
});

test('with access logs, throttled calls and a used-up quota are counted and alarmed', () => {
  const stack = new Synthesized({ environment: { accessLogs: 'existing-account-role' } });
  const filters = stack.bodies('aws_cloudwatch_log_metric_filter');
  assert.deepEqual(
    filters.map(({ pattern }) => pattern),
    ['{ $.errorResponseType = "THROTTLED" }', '{ $.errorResponseType = "QUOTA_EXCEEDED" }'],
  );
  const { format } = asRecord(stack.one('aws_api_gateway_stage').access_log_settings);
  const fields: unknown = JSON.parse(String(format));
  assert.equal(asRecord(fields).errorResponseType, '$context.error.responseType');
  for (const name of ['calls-throttled', 'quota-exceeded']) {
    const watched = alarm(name, stack);
    const counted = asList(filters.map((it) => asRecord(it.metric_transformation)))
      .map(asRecord)
      .find((it) => it.name === watched.metric_name);
    assert.equal(counted?.namespace, watched.namespace);
    assert.deepEqual(watched.dimensions, {});
  }
  assert.equal(stack.all('aws_api_gateway_account').size, 0);
});

test('the role of the whole account is managed only when asked for, and never destroyed', () => {
  const stack = new Synthesized({ environment: { accessLogs: 'manage-account-role' } });
  const [address] = stack.all('aws_api_gateway_account').keys();
  const account = stack.one('aws_api_gateway_account');
  assert.equal(asRecord(account.lifecycle).prevent_destroy, true);
  assert.deepEqual(stack.one('aws_api_gateway_stage').depends_on, [address]);
});

test('access logs hold nothing that could be replayed', () => {
  const stack = new Synthesized({ environment: { accessLogs: 'existing-account-role' } });
  const { format } = asRecord(stack.one('aws_api_gateway_stage').access_log_settings);
  assert.doesNotMatch(String(format), /authorization|token|identity\.apiKey"|accessKey|header/i);
});
