import { once } from 'node:events';
import type { Server } from 'node:http';

import { BootError } from '../boot-error';
import type { Log } from '../log';

/** Both families of loopback, and nothing else: the machine's other addresses never hear of us. */
const FAMILIES = ['127.0.0.1', '::1'] as const;

/** How often a block of free ports is looked for before giving up: another program may take one in between. */
const FREE_PORT_TRIES = 20;

/** One origin: the same port on 127.0.0.1 and on ::1. */
export interface LoopbackPort {
  readonly port: number;
  /** Closes the port; open connections are cut, since a browser keeps them for minutes. */
  close(): Promise<void>;
}

/** Makes a server that is not listening yet. Called once per family. */
export type ServerFactory = (port: () => number) => Server;

/**
 * Listens on `port` of both loopback families; 0 picks a port that is free on both.
 * A machine without IPv6 loses `::1`, with one log line.
 * @throws BootError `ERR_PORT_TAKEN` when another program listens there.
 */
export async function listenOnLoopback(
  port: number,
  makeServer: ServerFactory,
  log: Log,
): Promise<LoopbackPort> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenOnce(port, makeServer, log);
    } catch (error) {
      const mayTryAnother = port === 0 && isTaken(error) && tries < FREE_PORT_TRIES;
      if (!mayTryAnother) throw toBootError(error, port);
    }
  }
}

async function listenOnce(
  port: number,
  makeServer: ServerFactory,
  log: Log,
): Promise<LoopbackPort> {
  const servers: Server[] = [];
  let chosen = port;
  try {
    for (const host of FAMILIES) {
      const server = makeServer(() => chosen);
      if (!(await listen(server, chosen, host))) {
        log(`${host} is not available on this machine: port ${chosen} listens on 127.0.0.1 only`);
        continue;
      }
      servers.push(server);
      chosen = portOf(server);
    }
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
  return { port: chosen, close: () => closeAll(servers) };
}

/** False when the machine lacks this family. */
async function listen(server: Server, port: number, host: string): Promise<boolean> {
  server.listen({ port, host, ipv6Only: true });
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (host === '::1' && hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL')) return false;
    throw error;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('a listening server has no port');
  return address.port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }),
  );
}

function toBootError(error: unknown, port: number): unknown {
  if (isTaken(error)) {
    return new BootError(
      'ERR_PORT_TAKEN',
      `Port ${port} is taken by another program. Stop that program, or choose others with --port <base> (--port 0 picks free ones).`,
      { cause: error },
    );
  }
  if (hasCode(error, 'EACCES')) {
    return new BootError(
      'ERR_PORT_FORBIDDEN',
      `Port ${port} may not be opened by this user. Choose a base of 1024 or more with --port.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

const isTaken = (error: unknown): boolean => hasCode(error, 'EADDRINUSE');

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
