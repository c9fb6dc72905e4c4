import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdictsOf, type Resources } from '../testing/check-rule';
import { logHoldsNoBodies } from './log-holds-no-bodies';

const traced = (data_trace_enabled: boolean): Resources => ({
  aws_api_gateway_method_settings: { all: { settings: { data_trace_enabled } } },
});

test('reports tracing where it is turned on, and where it is on from the start', () => {
  const message =
    'aws_api_gateway_method_settings.all: whole requests and answers are written to its log';
  assert.deepEqual(verdictsOf(logHoldsNoBodies, traced(false), traced(true)), [message]);
  assert.deepEqual(verdictsOf(logHoldsNoBodies, undefined, traced(true)), [message]);
});

test('says nothing of tracing that was on before, or is off', () => {
  assert.deepEqual(verdictsOf(logHoldsNoBodies, traced(true), traced(true)), []);
  assert.deepEqual(verdictsOf(logHoldsNoBodies, traced(true), traced(false)), []);
});
