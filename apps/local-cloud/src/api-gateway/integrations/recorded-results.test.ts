import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway } from '../testing/build-gateway';
import { recorded, RECORDED_SKIP } from '../testing/recorded';

// What AWS made of a function's results (LocalStack's AWS-validated snapshots, Apache-2.0).
const ANSWERS = recorded(
  'test_apigateway_lambda.snapshot.json',
  'test_aws_proxy_response_payload_format_validation',
);

/** What the recording function returned, and the status that came of it. */
const RESULTS: Readonly<Record<string, readonly [result: unknown, status: number]>> = {
  'invoke-api-no-body': [{ statusCode: 200 }, 200],
  'invoke-api-with-headers': [
    { statusCode: 200, headers: { 'test-header': 'value', 'header-bool': true } },
    200,
  ],
  'invoke-api-with-headers-null': [{ statusCode: 200, headers: null }, 200],
  'invoke-api-wrong-format': [{ statusCode: 200, wrongValue: 'value' }, 502],
  'invoke-api-empty-response': [null, 502],
  'invoke-api-b64-encoded-true': [
    { statusCode: 200, body: 'dGVzdC1kYXRh', isBase64Encoded: true },
    200,
  ],
  'invoke-api-b64-encoded-false': [{ statusCode: 200, body: 'dGVzdC1kYXRh' }, 200],
  'invoke-api-multi-headers-valid': [
    { statusCode: 200, multiValueHeaders: { 'test-multi': ['value1', 'value2'] } },
    200,
  ],
  'invoke-api-multi-headers-overwrite': [
    {
      statusCode: 200,
      multiValueHeaders: { 'test-multi': ['value-multi'] },
      headers: { 'test-multi': 'value-solo' },
    },
    200,
  ],
  'invoke-api-multi-headers-overwrite-casing': [
    {
      statusCode: 200,
      multiValueHeaders: { 'tesT-Multi': ['value-multi'] },
      headers: { 'test-multi': 'value-solo' },
    },
    200,
  ],
  'invoke-api-multi-headers-invalid': [
    { statusCode: 200, multiValueHeaders: { 'test-multi-invalid': 'value1' } },
    502,
  ],
  'invoke-api-invalid-status-code': [{ statusCode: 'test' }, 502],
  'invoke-api-status-code-str': [{ statusCode: '201' }, 201],
  'invoke-api-just-string': ['justAString', 502],
  'invoke-api-only-headers': [{ headers: { 'test-header': 'value' } }, 200],
};

/** Made by the transport or CloudFront, and ids. */
const NOT_OURS = /^(connection|content-length|date|via|x-cache|x-amz-cf-.*)$/i;
const IDS = ['x-amzn-RequestId', 'x-amz-apigw-id', 'X-Amzn-Trace-Id'];

test('knows the result behind each recorded answer', { skip: RECORDED_SKIP }, () => {
  assert.deepEqual(Object.keys(RESULTS).sort(), Object.keys(ANSWERS).sort());
});

for (const [name, answer] of Object.entries(ANSWERS)) {
  test(`makes of a function's result what AWS makes: ${name}`, async () => {
    const { content, headers } = answer as { content: unknown; headers?: Record<string, string> };
    const gateway = buildGateway();
    const [result, status] = RESULTS[name] ?? [undefined, 0];
    gateway.result = result;
    const response = await gateway.send({
      target: '/dev/open/a',
      headers: { 'User-Agent': 'python/test' },
    });
    assert.equal(response.status, status, response.decision);
    const body = String(response.body);
    assert.deepEqual(body.startsWith('{') ? JSON.parse(body) : body, content);
    if (headers !== undefined)
      assert.deepEqual(joined(response.headers), joined(Object.entries(headers)));
  });
}

/** Names in their casing, several values joined as the recording client does. */
function joined(headers: readonly (readonly [string, string])[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of headers) {
    if (NOT_OURS.test(name)) continue;
    const before = result[name];
    result[name] = IDS.includes(name)
      ? 'an id'
      : before === undefined
        ? value
        : `${before}, ${value}`;
  }
  return result;
}
