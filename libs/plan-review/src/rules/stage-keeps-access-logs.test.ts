import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { stageKeepsAccessLogs } from './stage-keeps-access-logs';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    stageKeepsAccessLogs,
    { aws_api_gateway_stage: { stage: base } },
    { aws_api_gateway_stage: { stage: head } },
  ).map((line) => line.replace('aws_api_gateway_stage.stage: ', ''));

test('reports access logs that are switched off', () => {
  assert.deepEqual(check({ access_log_settings: { destination_arn: 'a', format: 'b' } }, {}), [
    'calls are not written to an access log, and were',
  ]);
});

test('says nothing where there were none', () => {
  assert.deepEqual(check({}, { description: 'x' }), []);
});
