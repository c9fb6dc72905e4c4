import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';

import { BootError } from '../boot-error';
import { createConsoleFiles } from '../operator/console-files';
import { createOperator } from '../operator/operator-service';
import { listenOnLoopback } from './loopback';
import { createServiceServer } from './service-server';
import { nameTaker } from './taken-port';

const TAKEN = new BootError('ERR_PORT_TAKEN', 'Port 4300 is taken by another program.');

async function operatorPort(t: TestContext): Promise<number> {
  const operator = createOperator('token', [], createConsoleFiles(undefined));
  const makeServer = (port: () => number) =>
    createServiceServer({
      service: () => operator,
      clock: { now: () => 0 },
      log: () => undefined,
      host: 'localhost',
      port,
    });
  const opened = await listenOnLoopback(0, makeServer, () => undefined);
  t.after(() => opened.close());
  return opened.port;
}

test('names another local cloud as who has the port, and where it can be seen', async (t) => {
  const port = await operatorPort(t);
  const named = await nameTaker(TAKEN, 4300, [1, port]);
  assert.ok(named instanceof BootError);
  assert.equal(named.code, 'ERR_PORT_TAKEN');
  assert.ok(
    named.message.startsWith(
      `Port 4300 is taken by another Gatehouse, whose console is at http://localhost:${port}/.`,
    ),
  );
});

test('takes no other program for a local cloud, and leaves other errors alone', async (t) => {
  const other = createServer((_request, response) => {
    response.writeHead(401).end('{"error":"token-required","message":"another"}');
  });
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  assert.equal(await nameTaker(TAKEN, 4300, [port, -1, 70_000]), TAKEN);
  const error = new Error('another');
  assert.equal(await nameTaker(error, 4300, [port]), error);
});
