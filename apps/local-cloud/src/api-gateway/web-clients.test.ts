import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test, { beforeEach } from 'node:test';

import { Amplify } from 'aws-amplify';
import { ApiError, del, get, post } from 'aws-amplify/api';
import { AwsClient } from 'aws4fetch';

import { buildCredentials, buildGateway } from './testing/build-gateway';
import { API_KEY_VALUE, REGION } from './testing/build-model';
import { KEY } from './testing/call-gateway';
import { serveGateway } from './testing/serve-gateway';

// The clients that web pages use, unchanged. They sign by the clock of the machine, so the gateway goes by it too.
const CREDENTIALS = buildCredentials('member', { expiresAtMs: Number.MAX_SAFE_INTEGER });
const gateway = buildGateway({ credentials: [CREDENTIALS] });
const { port } = serveGateway(gateway);
const url = (path: string): string => `http://localhost:${port()}/dev${path}`;
const lastEvent = (): Record<string, unknown> => gateway.events.at(-1) ?? {};

beforeEach(() => {
  gateway.clock.nowMs = Date.now();
});

const { accessKeyId, secretAccessKey, sessionToken } = CREDENTIALS;

test('answers Amplify’s REST client, with parameters, a body, and its own errors', async () => {
  Amplify.configure(
    { API: { REST: { local: { endpoint: url(''), region: REGION, service: 'execute-api' } } } },
    {
      API: { REST: { headers: () => Promise.resolve(KEY) } },
      Auth: {
        credentialsProvider: {
          getCredentialsAndIdentityId: () =>
            Promise.resolve({ credentials: { accessKeyId, secretAccessKey, sessionToken } }),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  );
  const queryParams = { q: "a b+c/'é*", z: '1' };
  const read = await get({ apiName: 'local', path: '/secure', options: { queryParams } }).response;
  assert.deepEqual(await read.body.json(), { ok: true });
  assert.deepEqual(lastEvent().queryStringParameters, queryParams);
  await post({ apiName: 'local', path: '/secure', options: { body: { name: 'Grüße' } } }).response;
  assert.equal(lastEvent().body, '{"name":"Grüße"}');
  const denied = await get({ apiName: 'local', path: '/vip' }).response.catch(
    (error: unknown) => error,
  );
  assert.ok(denied instanceof ApiError);
  assert.equal(denied.response?.statusCode, 403);
  assert.match(denied.response.body ?? '', /^\{"Message":"User: /);
  await assert.rejects(
    del({ apiName: 'local', path: '/secure' }).response,
    /Missing Authentication Token/,
  );
});

test('answers aws4fetch, also for a path whose escapes it writes its own way', async () => {
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    sessionToken,
    region: REGION,
    service: 'execute-api',
    retries: 0,
  });
  const read = await client.fetch(url("/items/a'b(c)?q=a%20b&q=%2A"), { headers: KEY });
  assert.equal(read.status, 200, await read.text());
  assert.deepEqual(lastEvent().multiValueQueryStringParameters, { q: ['a b', '*'] });
  const body = '{"a":1}';
  const sent = await client.fetch(url('/secure'), { method: 'POST', headers: KEY, body });
  assert.equal(sent.status, 200, await sent.text());
  assert.equal(lastEvent().body, body);
  const presigned = await client.sign(url('/secure'), { headers: KEY, aws: { signQuery: true } });
  assert.equal((await fetch(presigned)).status, 200);
});

interface ApiGatewayClient {
  invokeApi(
    pathParameters: Record<string, string>,
    pathTemplate: string,
    method: string,
    additional: { readonly queryParams?: Record<string, string> },
    body?: unknown,
  ): Promise<{ readonly status: number; readonly data: unknown }>;
}

test('answers aws-api-gateway-client, which signs its host without the port, and not its session token', async () => {
  const require = createRequire(import.meta.url);
  const { default: factory } = require('aws-api-gateway-client') as {
    readonly default: { newClient(config: Record<string, unknown>): ApiGatewayClient };
  };
  const client = factory.newClient({
    invokeUrl: url(''),
    accessKey: accessKeyId,
    secretKey: secretAccessKey,
    sessionToken,
    region: REGION,
    apiKey: API_KEY_VALUE,
  });
  const queryParams = { q: 'a b', z: 'x/y' };
  const read = await client.invokeApi({ id: '7' }, '/items/{id}', 'GET', { queryParams });
  assert.deepEqual([read.status, read.data], [200, { ok: true }]);
  assert.deepEqual(lastEvent().pathParameters, { id: '7' });
  assert.deepEqual(lastEvent().queryStringParameters, queryParams);
  const sent = await client.invokeApi({}, '/secure', 'POST', {}, { a: 1 });
  assert.equal(sent.status, 200);
  assert.equal(lastEvent().body, '{"a":1}');
  await assert.rejects(client.invokeApi({}, '/vip', 'GET', {}), /403/);
});
