import assert from 'node:assert/strict';
import test from 'node:test';

import { TraceRing } from '../../trace/trace-ring';
import { OperatorRefusal, type OperatorEndpoint } from '../endpoint';
import { traceEndpoint, tracesEndpoint } from './traces';

const operated = { traces: new TraceRing((text) => text) };

const ask = (
  endpoint: OperatorEndpoint,
  query = '',
  parameters: Readonly<Record<string, string>> = {},
): unknown => endpoint.answer({ parameters, query: new URLSearchParams(query), body: {} });

for (const query of [
  'limit=0',
  'limit=201',
  'limit=-1',
  'limit=x',
  'after=x',
  'after=1.5',
  'after=',
]) {
  test(`refuses ?${query}, and says what it takes`, () => {
    assert.throws(
      () => ask(tracesEndpoint(operated), query),
      (error) => error instanceof OperatorRefusal && error.status === 400,
    );
  });
}

test('answers an empty page before the first request', () => {
  assert.deepEqual(ask(tracesEndpoint(operated)), { traces: [], next: 0, missed: 0 });
});

test('says that a request is not remembered', () => {
  assert.throws(
    () => ask(traceEndpoint(operated), '', { requestId: 'gone' }),
    (error) =>
      error instanceof OperatorRefusal &&
      error.status === 404 &&
      error.message.includes('No request gone is remembered'),
  );
});
