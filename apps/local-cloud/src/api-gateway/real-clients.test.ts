import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import test from 'node:test';

import { SignatureV4 } from '@aws-sdk/signature-v4';
import aws4 from 'aws4';

import { buildGateway, MEMBER, NOW } from './testing/build-gateway';
import { API_KEY_VALUE, REGION } from './testing/build-model';
import { serveGateway } from './testing/serve-gateway';
import { NodeSha256 } from '../sigv4/testing/node-sha256';
import { toBasicDate } from '../sigv4/timestamp';

// Requests as clients really send them, over HTTP.
const gateway = buildGateway();
const { port: portOf, logged } = serveGateway(gateway);

interface Plain {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly host?: string;
}

function signWithAws4(
  { method, path, body, host }: Plain,
  signQuery = false,
): { path: string; headers: Record<string, string> } {
  const { accessKeyId, secretAccessKey, sessionToken } = MEMBER;
  const date = signQuery
    ? { Date: new Date(NOW).toUTCString() }
    : { 'X-Amz-Date': toBasicDate(NOW) };
  const headers = { Host: host ?? `localhost:${portOf()}`, 'x-api-key': API_KEY_VALUE, ...date };
  const signed = aws4.sign(
    {
      method,
      path,
      headers,
      region: REGION,
      service: 'execute-api',
      signQuery,
      ...(body !== undefined && { body }),
    },
    { accessKeyId, secretAccessKey, sessionToken },
  );
  const texts = Object.entries(signed.headers ?? {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return { path: signed.path ?? path, headers: Object.fromEntries(texts) };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = { ...headers, Host: `localhost:${portOf()}` };
    const request = httpRequest(
      { host: '127.0.0.1', port: portOf(), method, path, headers: sent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

test('answers a GET that aws4 signed', async () => {
  const { path, headers } = signWithAws4({ method: 'GET', path: '/dev/secure?b=2&a=1%20x&a=%2B' });
  const answer = await send('GET', path, headers);
  assert.deepEqual([answer.status, answer.body], [200, '{"ok":true}']);
  assert.match(String(answer.headers['x-amzn-trace-id']), /^Root=1-/);
});

test('answers a POST with a UTF-8 body that aws4 signed', async () => {
  const body = '{"name":"Grüße, 世界"}';
  const { path, headers } = signWithAws4({ method: 'POST', path: '/dev/secure', body });
  assert.equal((await send('POST', path, headers, body)).status, 200);
  assert.equal(gateway.events.at(-1)?.body, body);
});

test('answers a client that signs its host without the port', async () => {
  const { path, headers } = signWithAws4({ method: 'GET', path: '/dev/secure', host: 'localhost' });
  assert.equal((await send('GET', path, headers)).status, 200);
});

test('answers a client that adds the session token after signing', async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = MEMBER;
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey },
    region: REGION,
    service: 'execute-api',
    sha256: NodeSha256,
    applyChecksum: false,
  });
  const headers = { host: `localhost:${portOf()}`, 'x-api-key': API_KEY_VALUE };
  const plain = {
    method: 'GET',
    protocol: 'http:',
    hostname: 'localhost',
    port: portOf(),
    path: '/dev/secure',
    headers,
  };
  const signed = await signer.sign(plain, { signingDate: new Date(NOW) });
  const answer = await send('GET', '/dev/secure', {
    ...signed.headers,
    'x-amz-security-token': sessionToken,
  });
  assert.equal(answer.status, 200, answer.body);
});

test('answers a fetch with headers that @smithy/signature-v4 signed, Angular-like', async () => {
  const signer = new SignatureV4({
    credentials: MEMBER,
    region: REGION,
    service: 'execute-api',
    sha256: NodeSha256,
  });
  const body = '{"a":1}';
  const headers = {
    host: `localhost:${portOf()}`,
    'x-api-key': API_KEY_VALUE,
    'content-type': 'application/json',
  };
  const plain = {
    method: 'POST',
    protocol: 'http:',
    hostname: 'localhost',
    port: portOf(),
    path: '/dev/secure',
    headers,
    body,
  };
  const signed = await signer.sign(plain, { signingDate: new Date(NOW) });
  const sendable = Object.entries(signed.headers).filter(([name]) => name !== 'host');
  const answer = await fetch(`http://localhost:${portOf()}/dev/secure`, {
    method: 'POST',
    headers: sendable,
    body,
  });
  assert.equal(answer.status, 200, await answer.text());
});

test('answers a presigned URL, and refuses it when a parameter is added', async () => {
  const { path, headers } = signWithAws4({ method: 'GET', path: '/dev/secure' }, true);
  const own = { 'x-api-key': API_KEY_VALUE, Date: headers.Date ?? '' };
  assert.equal((await send('GET', path, own)).status, 200);
  const changed = await send('GET', `${path}&a=b`, own);
  assert.equal(changed.headers['x-amzn-errortype'], 'InvalidSignatureException');
});

test('refuses a body that is not the one signed, also when the client says it left the body unsigned', async () => {
  const signer = new SignatureV4({
    credentials: MEMBER,
    region: REGION,
    service: 'execute-api',
    sha256: NodeSha256,
  });
  const headers = {
    host: `localhost:${portOf()}`,
    'x-api-key': API_KEY_VALUE,
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  };
  const plain = {
    method: 'POST',
    protocol: 'http:',
    hostname: 'localhost',
    port: portOf(),
    path: '/dev/secure',
    headers,
    body: 'one',
  };
  const signed = await signer.sign(plain, { signingDate: new Date(NOW) });
  const answer = await send('POST', '/dev/secure', signed.headers, 'two');
  assert.equal(answer.headers['x-amzn-errortype'], 'InvalidSignatureException');
});

test('refuses a body over 10 MB while it streams in', async () => {
  const answer = await send('POST', '/dev/open/a', {}, 'a'.repeat(10 * 1024 * 1024 + 1));
  assert.deepEqual(
    [answer.status, answer.body],
    [413, 'HTTP content length exceeded 10485760 bytes.'],
  );
});

test('answers a preflight', async () => {
  const answer = await send('OPTIONS', '/dev/secure', {
    Origin: 'http://localhost:4200',
    'Access-Control-Request-Method': 'GET',
  });
  assert.deepEqual(
    [answer.status, answer.headers['access-control-allow-origin']],
    [200, 'http://localhost:4200'],
  );
});

test('logs one line per request with the decision, and no secret in any of them', async () => {
  const before = logged.length;
  const { path, headers } = signWithAws4({ method: 'GET', path: '/dev/vip' });
  await send('GET', path, headers);
  assert.equal(logged.length, before + 1);
  assert.match(
    logged.at(-1) ?? '',
    /GET \/dev\/vip .*403 AccessDenied: role gatehouse-dev-member has no statement/,
  );
  const text = logged.join('\n');
  for (const secret of [MEMBER.secretAccessKey, MEMBER.sessionToken, API_KEY_VALUE, 'Signature='])
    assert.ok(!text.includes(secret));
});
