import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayApiKey } from './api-gateway-api-key';
import { apiGatewayUsagePlan } from './api-gateway-usage-plan';
import { apiGatewayUsagePlanKey } from './api-gateway-usage-plan-key';
import { sampleApi } from './testing/sample-api';

const PLAN = { name: 'client', api_stages: [{ api_id: 'api1', stage: 'dev' }] };
const MEMBER = { key_id: 'key1', key_type: 'API_KEY', usage_plan_id: 'plan1' };

function quota(limit: number, period: string, offset: number): string {
  const plan = { ...PLAN, quota_settings: [{ limit, period, offset }] };
  return refusal(apiGatewayUsagePlan, plan, sampleApi()) ?? '';
}

test('a plan names stages that exist', () => {
  assert.equal(refusal(apiGatewayUsagePlan, PLAN, sampleApi()), undefined);
  const api_stages = [{ api_id: 'api1', stage: 'prod' }];
  assert.equal(
    refusal(apiGatewayUsagePlan, { ...PLAN, api_stages }, sampleApi()),
    'NotFoundException: API Stage not found: api1:prod',
  );
});

test('the offset of a quota lies within its period', () => {
  for (const fits of [quota(1, 'DAY', 0), quota(1, 'WEEK', 6), quota(1, 'MONTH', 27)])
    assert.equal(fits, '');
  assert.equal(quota(1, 'DAY', 1), 'Usage Plan quota offset must be zero in the DAY period');
  assert.match(quota(1, 'WEEK', 7), /between 0 and 6 inclusive in the WEEK period/);
  assert.match(quota(1, 'MONTH', -1), /between 0 and 27 inclusive in the MONTH period/);
  assert.match(quota(0, 'DAY', 0), /limit is 0, expected 1 or more/);
});

test('a throttle is not negative, of the plan or of one method', () => {
  const said = (change: object): string =>
    refusal(apiGatewayUsagePlan, { ...PLAN, ...change }, sampleApi()) ?? '';
  const throttle = [{ path: '/secure/GET', burst_limit: 0, rate_limit: -1 }];
  assert.match(said({ throttle_settings: [{ burst_limit: -1 }] }), /burst_limit is -1/);
  assert.match(said({ api_stages: [{ ...PLAN.api_stages[0], throttle }] }), /rate_limit is -1/);
  assert.equal(said({ throttle_settings: [{ burst_limit: 0, rate_limit: 0.5 }] }), '');
});

test('a key that is added to a plan shows its name and value there', () => {
  assert.equal(refusal(apiGatewayUsagePlanKey, MEMBER, sampleApi()), undefined);
  assert.deepEqual(apiGatewayUsagePlanKey.create(MEMBER, sampleApi()), {
    id: 'key1',
    name: 'client',
    value: 'k'.repeat(40),
  });
});

test('only a key that exists is added to a plan that exists', () => {
  assert.equal(
    refusal(apiGatewayUsagePlanKey, { ...MEMBER, key_id: 'gone' }, sampleApi()),
    'NotFoundException: Invalid API Key identifier specified',
  );
  assert.equal(
    refusal(apiGatewayUsagePlanKey, { ...MEMBER, usage_plan_id: 'gone' }, sampleApi()),
    'NotFoundException: Invalid Usage Plan ID specified',
  );
});

test('AWS makes the value of a key that has none', () => {
  const made = apiGatewayApiKey.create({ name: 'client', value: null }, sampleApi());
  assert.deepEqual(made, {
    id: 'api-key-1',
    arn: 'arn:aws:apigateway:us-west-2::/apikeys/api-key-1',
    value: 'api-key-value-2',
    created_date: '2026-11-24T12:00:00Z',
    last_updated_date: '2026-11-24T12:00:00Z',
  });
  const given = 'v'.repeat(20);
  assert.equal(apiGatewayApiKey.create({ name: 'client', value: given }, sampleApi()).value, given);
});

test('a value has 20 to 128 characters, is of one key only, and is not shown when refused', () => {
  const said = (value: string, id: string | null = null): string =>
    refusal(apiGatewayApiKey, { id, name: 'x', value }, sampleApi()) ?? '';
  assert.equal(
    said('s'.repeat(19)),
    'expected length of value to be in the range (20 - 128), got 19 characters',
  );
  assert.match(said('s'.repeat(129)), /got 129 characters/);
  assert.equal(said('s'.repeat(20)), '');
  assert.equal(said('s'.repeat(128)), '');
  assert.equal(said('k'.repeat(40)), 'ConflictException: API Key already exists');
  assert.equal(said('k'.repeat(40), 'key1'), '');
});
