import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Service } from './message';
import { mirror, plain, startServer } from './testing/mirror-server';
import { send, sendRaw } from './testing/wire';

for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]']) {
  test(`serves Host ${host} with its port`, async (t) => {
    const { port } = await startServer(t);
    assert.equal((await send(port, { headers: { host: `${host}:${port}` } })).status, 200);
  });
}

test('answers 421 to a rebound Host, and the service never hears of it', async (t) => {
  let calls = 0;
  const service: Service = {
    ...mirror,
    handle: (request) => {
      calls += 1;
      return mirror.handle(request);
    },
  };
  const { port, log } = await startServer(t, { service });
  for (const host of [
    `attacker.example:${port}`,
    `localhost:${port + 1}`,
    'localhost',
    `localhost.attacker.example:${port}`,
  ]) {
    assert.equal((await send(port, { headers: { host } })).status, 421, host);
  }
  assert.equal(calls, 0);
  assert.match(
    log.join('\n'),
    /421 Host "attacker\.example:\d+" is not this machine's loopback name/,
  );
});

for (const [what, request] of [
  ['HTTP/1.0 without a Host', 'GET / HTTP/1.0\r\n\r\n'],
  ['HTTP/1.1 without a Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
] as const) {
  test(`answers 421 to ${what}`, async (t) => {
    const { port, log } = await startServer(t);
    assert.match(await sendRaw(port, request), /^HTTP\/1\.1 421 /);
    assert.match(log.join('\n'), /421 Host "" is not/);
  });
}

test('answers 421 to two Hosts, even when one of them is allowed', async (t) => {
  const { port } = await startServer(t);
  const request = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nHost: attacker.example\r\nConnection: close\r\n\r\n`;
  assert.match(await sendRaw(port, request), /^HTTP\/1\.1 421 /);
});

test('serves a request with an expectation that it does not know', async (t) => {
  const { port } = await startServer(t);
  const request = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nExpect: wonders\r\nConnection: close\r\n\r\n`;
  assert.match(await sendRaw(port, request), /^HTTP\/1\.1 200 /);
});

test('answers what is no HTTP with one length and a date', async (t) => {
  const withLength: Service = {
    ...mirror,
    refuse: () => ({ ...plain(400, 'no'), headers: [['Content-Length', '2']] }),
  };
  const { port } = await startServer(t, { service: withLength });
  const received = await sendRaw(port, 'hello\r\n\r\n');
  assert.equal(received.match(/^content-length:/gim)?.length, 1);
  assert.match(received, /^Date: Fri, 02 Jan 2026 03:04:05 GMT\r$/m);
});

test('serves one more Host when it was told its name', async (t) => {
  const { port } = await startServer(t, { host: 'gatehouse.test' });
  assert.equal((await send(port, { headers: { host: `gatehouse.test:${port}` } })).status, 200);
});
