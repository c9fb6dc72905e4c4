import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';

import { createServiceServer } from '../../http/service-server';
import type { TestGateway } from './build-gateway';

export interface ServedGateway {
  /** Known once tests run. */
  readonly port: () => number;
  /** What was logged, a line for each request. */
  readonly logged: readonly string[];
}

/** Serves a gateway over HTTP, on a port of its own, while the tests of a file run. */
export function serveGateway(gateway: TestGateway): ServedGateway {
  const logged: string[] = [];
  let server: Server;
  let port = 0;
  before(async () => {
    server = createServiceServer({
      service: () => gateway.service,
      clock: { now: () => gateway.clock.nowMs },
      log: (line) => logged.push(line),
      host: 'localhost',
      port: () => port,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: () => port, logged };
}
