import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import type { Clock } from '../clock';
import { drainAndClose } from './drain-and-close';
import type { HttpResponse } from './message';

const WITHOUT_BODY = new Set([204, 304]);

/** The answer as it goes out: casing kept, dated by the clock, with its length. */
export function sendResponse(response: ServerResponse, answered: HttpResponse, clock: Clock): void {
  response.sendDate = false;
  response.writeHead(answered.status, completeHeaders(answered, clock).flat());
  const { req: message } = response;
  if (!message.complete && !message.destroyed) {
    sendBeforeEnd(response, answered.body);
    return;
  }
  // A text goes out in one write with its headers; bytes would take a second one.
  response.end(answered.body);
}

/** To a request that is still coming in: `end` would close the connection under it. */
function sendBeforeEnd(response: ServerResponse, body: HttpResponse['body']): void {
  response.flushHeaders();
  response.write(body, () => {
    drainAndClose(response.req, response.req.socket);
  });
}

/** The same on a bare connection, for a request that was no HTTP. It says that the connection closes; the caller closes it. */
export function sendOnSocket(socket: Duplex, answered: HttpResponse, clock: Clock): void {
  const headers = [...completeHeaders(answered, clock), ['Connection', 'close'] as const];
  const lines = [
    `HTTP/1.1 ${answered.status} Bad Request`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.write(answered.body);
}

function completeHeaders(answered: HttpResponse, clock: Clock): HttpResponse['headers'] {
  const { headers, status, body } = answered;
  const missing: [string, string][] = [];
  if (!hasHeader(headers, 'date')) missing.push(['Date', new Date(clock.now()).toUTCString()]);
  if (!WITHOUT_BODY.has(status) && !hasHeader(headers, 'content-length')) {
    missing.push(['Content-Length', String(Buffer.byteLength(body))]);
  }
  return [...headers, ...missing];
}

function hasHeader(headers: HttpResponse['headers'], lowerName: string): boolean {
  return headers.some(
    ([name]) => name.length === lowerName.length && name.toLowerCase() === lowerName,
  );
}
