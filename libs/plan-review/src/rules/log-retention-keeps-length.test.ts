import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { logRetentionKeepsLength } from './log-retention-keeps-length';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    logRetentionKeepsLength,
    { aws_cloudwatch_log_group: { calls: base } },
    { aws_cloudwatch_log_group: { calls: head } },
  ).map((line) => line.replace('aws_cloudwatch_log_group.calls: ', ''));

test('reports fewer days', () => {
  assert.deepEqual(check({ retention_in_days: 90 }, { retention_in_days: 7 }), [
    'logs are kept `7 days`, and were kept `90 days`',
  ]);
});

test('takes nought for ever', () => {
  assert.deepEqual(check({}, { retention_in_days: 365 }), [
    'logs are kept `365 days`, and were kept `for ever`',
  ]);
});

test('says nothing of more days', () => {
  assert.deepEqual(check({ retention_in_days: 7 }, { retention_in_days: 0 }), []);
});
