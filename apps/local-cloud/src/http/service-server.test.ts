import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { BootError } from '../boot-error';
import { listenOnLoopback } from './loopback';
import type { Service } from './message';
import { createServiceServer } from './service-server';
import { mirror, NOW_MS, plain, startServer } from './testing/mirror-server';
import { send, sendRaw } from './testing/wire';

test('hands over path, query and header casing as they stood on the wire', async (t) => {
  const { port } = await startServer(t);
  const answer = await send(port, {
    path: '/dev//a%2Fb/../c?x=1+2&x=%20',
    headers: { 'X-Two-Words': 'Kept' },
  });
  const seen = JSON.parse(answer.body) as {
    rawPath: string;
    rawQuery: string;
    rawHeaders: [string, string][];
  };
  assert.equal(seen.rawPath, '/dev//a%2Fb/../c');
  assert.equal(seen.rawQuery, 'x=1+2&x=%20');
  assert.ok(seen.rawHeaders.some(([name, value]) => name === 'X-Two-Words' && value === 'Kept'));
});

test('keeps the casing of answer headers, and dates them by the clock', async (t) => {
  const { port } = await startServer(t);
  const { rawHeaders } = await send(port);
  assert.ok(rawHeaders.includes('X-MiXeD'));
  assert.equal(rawHeaders[rawHeaders.indexOf('Date') + 1], 'Fri, 02 Jan 2026 03:04:05 GMT');
});

test('answers on both loopback families', async (t) => {
  const { port, log } = await startServer(t);
  assert.equal((await send(port)).status, 200);
  const withoutIpv6 = log.some((line) => line.startsWith('::1 is not available'));
  if (!withoutIpv6) assert.equal((await send(port, { address: '::1' })).status, 200);
});

test('refuses a body over 10 MB by its announced length, before reading it', async (t) => {
  const { port } = await startServer(t);
  const received = await sendRaw(
    port,
    `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 10485761\r\n\r\n`,
  );
  assert.match(received, /^HTTP\/1\.1 413 /);
  assert.match(received, /body-too-large/);
});

test('refuses a body over 10 MB while it streams in, without waiting for its end', async (t) => {
  const { port } = await startServer(t);
  const answer = await new Promise<number>((resolve) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method: 'POST', agent: false },
      (response) => {
        resolve(response.statusCode ?? 0);
        request.destroy();
      },
    );
    request.on('error', () => undefined);
    const chunk = Buffer.alloc(1024 * 1024);
    // The request is never ended: only a refusal in mid-stream can answer it.
    for (let sent = 0; sent <= 10; sent += 1) request.write(chunk);
  });
  assert.equal(answer, 413);
});

for (const [what, pauseMs] of [
  ['fast', 0],
  ['slowly', 100],
] as const) {
  test(`one that never stops sending, ${what}, is answered and then cut off`, async (t) => {
    const { port } = await startServer(t);
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let received = '';
    socket.on('error', () => undefined).on('data', (bytes) => (received += bytes.toString()));
    const startedAt = performance.now();
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 1${'0'.repeat(12)}\r\n\r\n`,
    );
    const chunk = Buffer.alloc(1024 * 1024);
    while (!socket.destroyed) {
      if (!socket.write(chunk))
        await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
      await setTimeout(pauseMs);
    }
    assert.match(received, /^HTTP\/1\.1 413 /);
    assert.ok(performance.now() - startedAt < 10_000);
    assert.equal((await send(port)).status, 200);
  });
}

test('takes a body of exactly 10 MB', async (t) => {
  const { port } = await startServer(t);
  const answer = await send(port, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024) });
  assert.equal((JSON.parse(answer.body) as { bytes: number }).bytes, 10 * 1024 * 1024);
});

for (const [what, bytes] of [
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
  [
    'length and chunks (request smuggling)',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`],
] as const) {
  test(`answers ${what} with the service's own refusal, and goes on`, async (t) => {
    const { port } = await startServer(t);
    const received = await sendRaw(port, bytes);
    assert.match(received, /^HTTP\/1\.1 400 /);
    assert.doesNotMatch(received, /at .*\.ts/);
    assert.equal((await send(port)).status, 200);
  });
}

test("answers CONNECT with the service's own refusal, and a line in the log", async (t) => {
  const { port, log } = await startServer(t);
  const received = await sendRaw(
    port,
    'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n',
  );
  assert.match(received, /^HTTP\/1\.1 400 [^]*malformed/);
  assert.match(log.join('\n'), /^mirror {2}.*CONNECT/m);
  assert.equal((await send(port)).status, 200);
});

test("answers our own fault with the service's refusal: the stack goes to the log, never to the client", async (t) => {
  const service: Service = { ...mirror, handle: () => Promise.reject(new Error('inner secret')) };
  const { port, log } = await startServer(t, { service });
  const answer = await send(port);
  assert.equal(answer.status, 400);
  assert.doesNotMatch(answer.body, /inner secret|at /);
  assert.match(log.join('\n'), /inner secret/);
});

test("answers an unsendable header with the service's refusal, and goes on", async (t) => {
  const service: Service = {
    ...mirror,
    handle: (request) =>
      Promise.resolve({
        ...plain(200, ''),
        headers: request.rawPath === '/bad' ? [['X-Broken', 'a\r\nSet-Cookie: b']] : [],
      }),
  };
  const { port } = await startServer(t, { service });
  const answer = await send(port, { path: '/bad' });
  assert.equal(answer.status, 400);
  assert.equal(answer.rawHeaders.includes('Set-Cookie'), false);
  assert.equal((await send(port)).status, 200);
});

test('logs one line per request, without the query', async (t) => {
  const { port, log } = await startServer(t);
  await send(port, { path: '/a?X-Amz-Signature=abc' });
  assert.equal(log.filter((line) => line.startsWith('mirror')).length, 1);
  assert.match(log.join('\n'), /^mirror {2}GET \/a {2}200 said {2}\(\d+ ms\) {2}[0-9a-f-]{36}$/m);
});

test('says in one sentence that a port is taken', async (t) => {
  const { port } = await startServer(t);
  const again = listenOnLoopback(
    port,
    () =>
      createServiceServer({
        service: () => mirror,
        clock: { now: () => NOW_MS },
        log: () => undefined,
        host: 'localhost',
        port: () => port,
      }),
    () => undefined,
  );
  await assert.rejects(again, (error) => {
    assert.ok(error instanceof BootError);
    assert.equal(error.code, 'ERR_PORT_TAKEN');
    assert.match(
      error.message,
      new RegExp(`^Port ${port} is taken by another program\\. .*--port`),
    );
    return true;
  });
});
