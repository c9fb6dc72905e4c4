import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { usagePlanKeepsLimits } from './usage-plan-keeps-limits';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    usagePlanKeepsLimits,
    { aws_api_gateway_usage_plan: { plan: base } },
    { aws_api_gateway_usage_plan: { plan: head } },
  ).map((line) => line.replace('aws_api_gateway_usage_plan.plan: ', ''));

test('reports a limit that is gone', () => {
  assert.deepEqual(check({ quota_settings: { limit: 1000, period: 'DAY' } }, {}), [
    'there is no `quota_settings.limit`, and it was `1000`',
  ]);
});

test('reports one that is raised ten times, and notes one that is raised by less', () => {
  assert.deepEqual(
    check(
      { throttle_settings: { rate_limit: 10, burst_limit: 5 } },
      { throttle_settings: { rate_limit: 100, burst_limit: 6 } },
    ),
    [
      '`throttle_settings.rate_limit` is `100`, and was `10`',
      '`throttle_settings.burst_limit` is `6`, and was `5`',
    ],
  );
});

test('says nothing of a limit that is lowered, nor of a new one', () => {
  assert.deepEqual(
    check(
      { throttle_settings: { rate_limit: 10 } },
      { throttle_settings: { rate_limit: 5 }, quota_settings: { limit: 1, period: 'DAY' } },
    ),
    [],
  );
});

test('reports a quota that is as large for a shorter time', () => {
  const quota = (period: string): JsonObject => ({ quota_settings: { limit: 1000, period } });
  assert.deepEqual(check(quota('MONTH'), quota('DAY')), [
    'its quota is `1000` a `DAY`, and was `1000` a `MONTH`',
  ]);
  assert.deepEqual(check(quota('DAY'), quota('MONTH')), []);
});

test('reports a new plan that limits nothing', () => {
  const plans = (plan: JsonObject) => ({ aws_api_gateway_usage_plan: { plan } });
  assert.deepEqual(verdictsOf(usagePlanKeepsLimits, {}, plans({ name: 'free' })), [
    'aws_api_gateway_usage_plan.plan: it is new, and limits nothing',
  ]);
  const limited = plans({ throttle_settings: { rate_limit: 5, burst_limit: 5 } });
  assert.deepEqual(verdictsOf(usagePlanKeepsLimits, {}, limited), []);
});

test('reports a method that loses its own throttle, or gets a much larger one', () => {
  const own = (rate_limit: number): JsonObject => ({
    api_stages: [{ api_id: 'a', stage: 'dev', throttle: [{ path: '/vip/GET', rate_limit }] }],
  });
  const none = { api_stages: [{ api_id: 'a', stage: 'dev' }] };
  assert.deepEqual(check(own(5), none), ['`/vip/GET` has no throttle of its own, and had']);
  assert.deepEqual(check(own(5), own(50)), ['the throttle of `/vip/GET` is `50`, and was `5`']);
  assert.deepEqual(check(own(5), own(6)), []);
  assert.deepEqual(check(none, own(5)), []);
});
