import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';

import type { Service } from './message';
import { openPorts, ORIGIN_NAMES, type OpenPorts, type Services } from './open-ports';

async function opened(t: TestContext, port = 0): Promise<OpenPorts> {
  const ports = await openPorts({
    port,
    host: 'localhost',
    clock: { now: () => 0 },
    log: () => undefined,
  });
  t.after(() => ports.close());
  return ports;
}

function serviceOf(name: string): Service {
  const response = { status: 200, headers: [], body: name, decision: '200' };
  return { name, handle: () => Promise.resolve(response), refuse: () => response };
}

const FIXED = Object.fromEntries(
  ORIGIN_NAMES.map((name) => [name, serviceOf(name)]),
) as unknown as Services;

const textOf = async (origin: string): Promise<string> => (await fetch(origin)).text();

test('gives each service an origin of its own', async (t) => {
  const ports = await opened(t);
  ports.serve(FIXED, []);
  assert.equal(new Set(Object.values(ports.origins)).size, ORIGIN_NAMES.length);
  for (const name of ORIGIN_NAMES) assert.equal(await textOf(ports.origins[name]), name);
});

test('opens further ports and closes those that nothing answers at any more', async (t) => {
  const ports = await opened(t);
  await ports.openFurther(2);
  const [first = '', second = ''] = ports.further;
  assert.equal((await fetch(first)).status, 503);
  ports.serve(FIXED, [serviceOf('one'), serviceOf('two')]);
  assert.deepEqual([await textOf(first), await textOf(second)], ['one', 'two']);
  ports.serve(FIXED, [serviceOf('other')]);
  assert.deepEqual(ports.further, [first]);
  assert.equal(await textOf(first), 'other');
  await ports.openFurther(2);
  await assert.rejects(fetch(second));
  assert.equal(ports.further.length, 2);
});

test('closes again what it opened when one further port is taken, and leaves the rest', async (t) => {
  const base = await freeBase();
  const ports = await opened(t, base);
  const blocker = createServer();
  blocker.listen(base + ORIGIN_NAMES.length + 1, '127.0.0.1');
  await once(blocker, 'listening');
  t.after(() => blocker.close());
  await assert.rejects(ports.openFurther(2), { code: 'ERR_PORT_TAKEN' });
  assert.deepEqual(ports.further, []);
  ports.serve(FIXED, []);
  assert.equal(await textOf(ports.origins.api), 'api');
  await ports.openFurther(1);
  assert.deepEqual(ports.further, [`http://localhost:${base + ORIGIN_NAMES.length}`]);
});

test('says that there is no port after the last one (where the last ones are free)', async (t) => {
  const ports = await opened(t, 65_535 - ORIGIN_NAMES.length + 1).catch(() => undefined);
  if (ports === undefined) {
    t.skip('another program has the last ports');
    return;
  }
  await assert.rejects(ports.openFurther(1), { code: 'ERR_PORT_TAKEN', message: /lower --port/ });
});

/** The first of eight neighbours that are free now. */
async function freeBase(): Promise<number> {
  for (let base = 21_000; base < 60_000; base += 97) {
    const servers = Array.from({ length: 8 }, () => createServer());
    try {
      for (const [at, server] of servers.entries()) {
        server.listen(base + at, '127.0.0.1');
        await once(server, 'listening');
      }
      return base;
    } catch {
      continue;
    } finally {
      for (const server of servers) server.close();
    }
  }
  throw new Error('no eight neighbouring ports are free');
}
