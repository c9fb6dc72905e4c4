import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayIntegration as facts } from './api-gateway-integration';
import { ROUTE, sampleApi } from './testing/sample-api';

const FUNCTION = 'arn:aws:lambda:us-west-2:123456789012:function:api';
const PROXY = {
  ...ROUTE,
  type: 'AWS_PROXY',
  integration_http_method: 'POST',
  uri: `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  connection_type: 'INTERNET',
  timeout_milliseconds: 15_000,
};

test('takes a Lambda proxy and a mock', () => {
  assert.equal(refusal(facts, PROXY, sampleApi()), undefined);
  assert.equal(refusal(facts, { ...ROUTE, type: 'MOCK' }, sampleApi()), undefined);
});

test('tells what AWS fills in, and keeps what was asked for', () => {
  const told = facts.create({ ...PROXY, passthrough_behavior: 'NEVER' }, sampleApi());
  assert.deepEqual(told, {
    id: 'agi-api1-res1-GET',
    cache_namespace: 'res1',
    passthrough_behavior: 'NEVER',
    response_transfer_mode: 'BUFFERED',
  });
  assert.equal(facts.create(PROXY, sampleApi()).passthrough_behavior, 'WHEN_NO_MATCH');
});

test('refuses an API, a resource or a method that does not exist', () => {
  const refused = [
    [{ rest_api_id: 'gone' }, 'Invalid API identifier specified 123456789012:gone'],
    [{ resource_id: 'gone' }, 'Invalid Resource identifier specified'],
    [{ http_method: 'PUT' }, 'Invalid Method identifier specified'],
  ] as const;
  for (const [change, words] of refused)
    assert.equal(
      refusal(facts, { ...PROXY, ...change }, sampleApi()),
      `NotFoundException: ${words}`,
    );
});

test('refuses a Lambda proxy that is not posted to, or of no backend method', () => {
  const said = (verb: string | null): string =>
    refusal(facts, { ...PROXY, integration_http_method: verb }, sampleApi()) ?? '';
  assert.match(said('GET'), /^integration_http_method is GET, expected POST/);
  assert.equal(
    said(null),
    'BadRequestException: Enumeration value for HttpMethod must be non-empty',
  );
});

test('refuses a URI that is missing or of the wrong kind', () => {
  const said = (change: { readonly type?: string; readonly uri: string | null }): string =>
    refusal(facts, { ...PROXY, ...change }, sampleApi()) ?? '';
  assert.match(said({ uri: null }), /Invalid ARN specified in the request/);
  assert.match(said({ uri: FUNCTION }), /must contain path or action/);
  assert.match(said({ type: 'HTTP_PROXY', uri: 'example' }), /Invalid HTTP endpoint/);
  assert.equal(said({ type: 'HTTP_PROXY', uri: 'https://example.com' }), '');
});

test('refuses a timeout out of range, and lets a stream take longer', () => {
  const waits = (timeout_milliseconds: number, response_transfer_mode = 'BUFFERED'): string =>
    refusal(facts, { ...PROXY, timeout_milliseconds, response_transfer_mode }, sampleApi()) ?? '';
  assert.match(waits(49), /in the range \(50 - 300000\), got 49/);
  assert.match(waits(300_001), /got 300001/);
  assert.equal(waits(300_001, 'STREAM'), '');
  assert.equal(waits(50), '');
});

test('refuses a VPC link that is not named', () => {
  const linked = { ...PROXY, connection_type: 'VPC_LINK' };
  assert.match(refusal(facts, linked, sampleApi()) ?? '', /connection_id must name the link/);
  assert.equal(refusal(facts, { ...linked, connection_id: 'link1' }, sampleApi()), undefined);
});
