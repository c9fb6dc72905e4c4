import assert from 'node:assert/strict';
import test from 'node:test';

import type { HttpResponse } from '../http/message';
import { buildGateway } from './testing/build-gateway';
import { headerOf } from './testing/call-gateway';
import { recorded, RECORDED_SKIP } from './testing/recorded';

// What AWS answered (LocalStack's AWS-validated snapshots, Apache-2.0), put beside our own answers to the same requests.
const FILE = 'test_apigateway_common.snapshot.json';
const TRACES = recorded(FILE, 'test_invocation_trace_id');
const ROUTES = recorded(FILE, 'test_routing_not_found');

/** Made by the transport and by CloudFront in front of the recorded API. */
const NOT_OURS = /^(connection|content-length|date|via|x-cache|x-amz-cf-.*)$/;
const TRACE = 'Root=1-3152b799-8954dae64eda91bc9a23a7e8;Parent=7fa8c0f79203be72;Sampled=1';
const MOCK = { method: 'OPTIONS', target: '/dev/secure' };
const PROXY = { target: '/dev/open/a' };

for (const [name, request] of [
  ['normal-req-headers-MOCK', MOCK],
  ['trace-id-req-headers-MOCK', { ...MOCK, headers: { 'X-Amzn-Trace-Id': TRACE } }],
  ['normal-req-headers-AWS_PROXY', PROXY],
  ['trace-id-req-headers-AWS_PROXY', { ...PROXY, headers: { 'X-Amzn-Trace-Id': TRACE } }],
  ['trace-id-small-req-headers-AWS_PROXY', { ...PROXY, headers: { 'X-Amzn-Trace-Id': 'Root=1' } }],
] as const) {
  test(`sends the headers that AWS sends: ${name}`, { skip: RECORDED_SKIP }, async () => {
    const response = await buildGateway().send(request);
    assert.deepEqual(comparable(response.headers), comparable(Object.entries(TRACES[name] ?? {})));
  });
}

for (const [name, request] of [
  ['not-found', { target: '/dev/random-path' }],
  ['wrong-method', { target: '/dev/vip', method: 'POST' }],
] as const) {
  test(`refuses a route as AWS does: ${name}`, { skip: RECORDED_SKIP }, async () => {
    assert.deepEqual(describe(await buildGateway().send(request)), ROUTES[name]);
  });
}

test('finds a route that is there: working-route', { skip: RECORDED_SKIP }, async () => {
  const gateway = buildGateway();
  gateway.result = { statusCode: 200, body: '{"message":"exists","statusCode":200}' };
  const response = await gateway.send(PROXY);
  assert.deepEqual(JSON.parse(String(response.body)), ROUTES['working-route']);
});

function describe(response: HttpResponse): unknown {
  const content: unknown = JSON.parse(String(response.body));
  return { content, errorType: headerOf(response, 'x-amzn-ErrorType') };
}

/** Names as HTTP/2 has them, with the values that are no ids. CORS is what the recorded API did not have. */
function comparable(headers: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const all = headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  const kept = all.filter(([name]) => !NOT_OURS.test(name) && !name.startsWith('access-control-'));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'content-type' ? value : 'an id']),
  );
}
