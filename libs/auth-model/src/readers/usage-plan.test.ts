import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const API_ID = '${aws_api_gateway_rest_api.api.id}';

const modelWith = (...bodies: readonly (readonly [string, JsonObject])[]) =>
  modelOf(
    bodies.reduce((stack, [address, body]) => withResource(stack, address, body), stackJson()),
  );

test('stops at an API key that is shorter or longer than AWS takes', () => {
  const withKey = (value: string) => () =>
    modelWith(['aws_api_gateway_api_key.key', { name: 'k', value }]);
  for (const length of [20, 128]) assert.doesNotThrow(withKey('k'.repeat(length)));
  for (const length of [19, 129])
    assertRefused(
      withKey('k'.repeat(length)),
      'ERR_MODEL_INVALID_VALUE',
      `has ${length} characters`,
    );
});

test('reads throttles of methods, and the account limit for the half that is left open', () => {
  const settings = (body: JsonObject): readonly [string, JsonObject] => [
    'aws_api_gateway_method_settings.all',
    { rest_api_id: API_ID, stage_name: 'dev', method_path: '*/*', settings: [body] },
  ];
  const read = (body: JsonObject) =>
    modelWith(settings(body)).restApis[0]?.stages[0]?.methodSettings;
  const throttle = { rateLimit: 10, burstLimit: 20 };
  assert.deepEqual(read({ throttling_rate_limit: 10, throttling_burst_limit: 20 }), [
    { methodPath: '*/*', throttle },
  ]);
  assert.deepEqual(read({ throttling_rate_limit: -1 }), [{ methodPath: '*/*' }]);
  assert.deepEqual(read({ throttling_rate_limit: 10 }), [
    { methodPath: '*/*', throttle: { rateLimit: 10, burstLimit: 5000 } },
  ]);
});

test('reads what a usage plan limits, per plan and per method', () => {
  const plan = modelWith([
    'aws_api_gateway_usage_plan.plan',
    {
      api_stages: [
        {
          api_id: API_ID,
          stage: 'dev',
          throttle: [{ path: '/vip/GET', rate_limit: 1, burst_limit: 2 }],
        },
      ],
      quota_settings: { limit: 100, period: 'DAY' },
      throttle_settings: [{ rate_limit: 5, burst_limit: 10 }],
    },
  ]).usagePlans[0];
  assert.deepEqual(plan?.apiStages[0]?.methodThrottles, {
    '/vip/GET': { rateLimit: 1, burstLimit: 2 },
  });
  assert.deepEqual(plan.quota, { limit: 100, period: 'DAY', offset: 0 });
  assert.deepEqual(plan.throttle, { rateLimit: 5, burstLimit: 10 });
});
