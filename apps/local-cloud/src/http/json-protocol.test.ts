import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AwsError } from './json-error';
import { createJsonService } from './json-protocol';
import { header } from './message';
import type { HttpRequest, HttpResponse } from './message';

const service = createJsonService({
  name: 'cognito-idp',
  targetPrefix: 'AWSCognitoIdentityProviderService',
  operations: {
    GetUser: (input) => ({ output: { echo: input }, decision: 'echoed' }),
    SignUp: () => {
      throw new AwsError('InvalidParameterException', 'Value "é\r\nX: y" is odd', {
        members: { reasonCode: 'odd' },
        because: 'for the log',
      });
    },
    RevokeToken: () => {
      throw new TypeError('our fault');
    },
  },
  knownOperations: ['GetUser', 'SignUp', 'RevokeToken', 'ForgotPassword', 'GetCSVHeader'],
  operationsFolder: 'apps/local-cloud/src/cognito-idp/operations',
});

function request(over: Partial<HttpRequest> & { operation?: string; text?: string }): HttpRequest {
  const { operation = 'GetUser', text = '{}', ...rest } = over;
  return {
    requestId: '8f0c0f5e-0000-4000-8000-000000000001',
    method: 'POST',
    rawPath: '/',
    rawQuery: '',
    rawHeaders: [
      ['Content-Type', 'application/x-amz-json-1.1'],
      ['X-Amz-Target', `AWSCognitoIdentityProviderService.${operation}`],
    ],
    body: Buffer.from(text),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
    ...rest,
  };
}

function of(response: HttpResponse, name: string): string | undefined {
  return header({ rawHeaders: response.headers }, name);
}

async function errorType(over: Parameters<typeof request>[0]): Promise<string> {
  const { status, body } = await service.handle(request(over));
  const { __type } = JSON.parse(body.toString()) as { __type: string };
  return `${status} ${__type}`;
}

test('answers a preflight with an echo of the requested headers and the two-day age', async () => {
  const response = await service.handle(
    request({
      method: 'OPTIONS',
      rawHeaders: [['Access-Control-Request-Headers', 'cache-control,x-amz-target']],
    }),
  );
  assert.equal(response.status, 200);
  assert.equal(response.body, '');
  assert.equal(of(response, 'access-control-allow-origin'), '*');
  assert.equal(of(response, 'access-control-allow-headers'), 'cache-control,x-amz-target');
  assert.equal(of(response, 'access-control-allow-methods'), 'POST');
  assert.equal(of(response, 'access-control-max-age'), '172800');
  assert.equal(of(response, 'content-length'), '0');
  assert.equal(
    of(response, 'access-control-expose-headers'),
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  );
});

test('answers an operation with its output as JSON 1.1, readable from any origin', async () => {
  const response = await service.handle(request({ text: '{"AccessToken":"x"}' }));
  assert.equal(response.status, 200);
  assert.equal(response.body, '{"echo":{"AccessToken":"x"}}');
  assert.equal(of(response, 'content-type'), 'application/x-amz-json-1.1');
  assert.equal(of(response, 'access-control-allow-origin'), '*');
  assert.equal(of(response, 'x-amzn-requestid'), '8f0c0f5e-0000-4000-8000-000000000001');
  assert.equal(response.decision, '200 GetUser: echoed');
});

test('answers an error in body and headers, with the trailing colon and nothing unprintable', async () => {
  const response = await service.handle(request({ operation: 'SignUp' }));
  assert.equal(response.status, 400);
  assert.equal(of(response, 'x-amzn-errortype'), 'InvalidParameterException:');
  assert.equal(of(response, 'x-amzn-errormessage'), 'Value "???X: y" is odd');
  assert.deepEqual(JSON.parse(response.body.toString()), {
    __type: 'InvalidParameterException',
    message: 'Value "é\r\nX: y" is odd',
    reasonCode: 'odd',
  });
  const decision = '400 InvalidParameterException: Value "é  X: y" is odd (for the log)';
  assert.equal(response.decision, decision);
});

test('answers a real operation that is not emulated with a 501 that names the file to write', async () => {
  const response = await service.handle(request({ operation: 'ForgotPassword' }));
  assert.equal(response.status, 501);
  assert.match(response.body.toString(), /cognito-idp\/operations\/forgot-password\.ts/);
  const other = await service.handle(request({ operation: 'GetCSVHeader' }));
  assert.match(other.body.toString(), /operations\/get-csv-header\.ts/);
});

test('knows no operation without the right method, path, content type and target', async () => {
  const unknown = '404 UnknownOperationException';
  assert.equal(await errorType({ operation: 'Nothing' }), unknown);
  assert.equal(await errorType({ operation: 'constructor' }), unknown);
  assert.equal(await errorType({ operation: 'GetUser.x' }), unknown);
  assert.equal(await errorType({ method: 'GET' }), unknown);
  assert.equal(await errorType({ rawPath: '/x' }), unknown);
  assert.equal(await errorType({ rawHeaders: [] }), unknown);
  const target = ['X-Amz-Target', 'AWSCognitoIdentityProviderService.GetUser'] as const;
  assert.equal(await errorType({ rawHeaders: [target, ['Content-Type', 'text/plain']] }), unknown);
});

test('refuses a body that is not a JSON object, or is nested too deep', async () => {
  const refused = '400 SerializationException';
  for (const text of ['{', '[]', 'null', '"x"', '\u0000', `{"a":${'['.repeat(10_000)}`]) {
    assert.equal(await errorType({ text }), refused);
  }
  assert.equal(await errorType({ body: Buffer.from([0x7b, 0xff, 0x7d]) }), refused);
  const brackets = await service.handle(request({ text: `{"a":"\\"${'['.repeat(100)}"}` }));
  assert.equal(brackets.status, 200);
});

test('leaves a fault of our own to the transport, which gets an answer without its words', async () => {
  await assert.rejects(service.handle(request({ operation: 'RevokeToken' })), TypeError);
  const response = service.refuse({ reason: 'internal-error', detail: 'our fault' }, 'id');
  assert.equal(response.status, 500);
  assert.doesNotMatch(response.body.toString(), /our fault/);
  assert.match(response.body.toString(), /InternalErrorException/);
  assert.equal(service.refuse({ reason: 'body-too-large', detail: '' }, 'id').status, 413);
  assert.equal(service.refuse({ reason: 'malformed', detail: '' }, 'id').status, 400);
});
