import type { TestContext } from 'node:test';

import { listenOnLoopback } from '../loopback';
import type { HttpRequest, HttpResponse, Service } from '../message';
import { createServiceServer } from '../service-server';

export const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A service that answers what it was asked, as JSON. */
export const mirror: Service = {
  name: 'mirror',
  handle: (request) => Promise.resolve(plain(200, describe(request))),
  refuse: ({ reason, detail }) => ({
    ...plain(reason === 'body-too-large' ? 413 : 400, reason),
    decision: `refused: ${reason} ${detail}`,
  }),
};

export function plain(status: number, body: string): HttpResponse {
  return { status, headers: [['X-MiXeD', 'kept']], body, decision: `${status} said` };
}

function describe(request: HttpRequest): string {
  const { method, rawPath, rawQuery, rawHeaders, body } = request;
  return JSON.stringify({ method, rawPath, rawQuery, rawHeaders, bytes: body.length });
}

export async function startServer(
  t: TestContext,
  { service = mirror, host = 'localhost' } = {},
): Promise<{ port: number; log: string[] }> {
  const log: string[] = [];
  const push = (line: string): void => void log.push(line);
  const opened = await listenOnLoopback(
    0,
    (port) =>
      createServiceServer({
        service: () => service,
        clock: { now: () => NOW_MS },
        log: push,
        host,
        port,
      }),
    push,
  );
  t.after(() => opened.close());
  return { port: opened.port, log };
}
