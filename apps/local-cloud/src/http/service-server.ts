import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import type { Clock } from '../clock';
import { atEndOfTurn } from '../at-end-of-turn';
import type { Log } from '../log';
import { allowedHosts } from './allowed-hosts';
import { drainAndClose } from './drain-and-close';
import type { HttpRequest, HttpResponse, Service, TransportRefusal } from './message';
import { createServer } from './node-http';
import { readBody } from './request-body';
import { sendOnSocket, sendResponse } from './send-response';

export interface ServiceServerOptions {
  readonly service: () => Service;
  readonly clock: Clock;
  readonly log: Log;
  /** A name besides the loopback ones that `Host` may carry. */
  readonly host: string;
  readonly port: () => number;
}

/** A node:http server in front of one service: checks `Host`, bounds the body, logs one line per request, never shows a stack. */
export function createServiceServer(options: ServiceServerOptions): Server {
  let hosts: ReadonlySet<string> | undefined;
  const isAllowed = (host: string): boolean =>
    (hosts ??= allowedHosts(options.port(), options.host)).has(host);
  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    void answer(options, isAllowed, message, response);
  };
  // Node would answer these two itself, in words that no AWS service uses, and without a line in the log.
  const server = createServer({ keepAliveTimeout: 60_000, requireHostHeader: false }, listener);
  server.on('checkExpectation', listener);
  server.on('clientError', (error, socket) => {
    if (refuseMalformed(options, error.message, socket)) socket.end();
  });
  // Without a listener, Node closes the connection without a word.
  server.on('connect', (_message, socket) => {
    if (refuseMalformed(options, 'CONNECT: this is no proxy', socket))
      drainAndClose(socket, socket);
  });
  return server;
}

async function answer(
  options: ServiceServerOptions,
  isAllowed: (host: string) => boolean,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  const receivedAtMs = options.clock.now();
  const startedAt = performance.now();
  const host = hostOf(message);
  const answered = isAllowed(host)
    ? await serve(options.service(), message, requestId, receivedAtMs)
    : misdirected(host, options.port());
  atEndOfTurn(() => {
    sendOrRefuse(options, response, answered, requestId);
  });
  if (answered.unlogged) return;
  const elapsedMs = performance.now() - startedAt;
  options.log(logLine(options.service().name, message, answered, { requestId, elapsedMs }));
}

async function serve(
  service: Service,
  message: IncomingMessage,
  requestId: string,
  receivedAtMs: number,
): Promise<HttpResponse> {
  try {
    const body = await readBody(message);
    if (body === 'too-large')
      return closing(service.refuse({ reason: 'body-too-large', detail: '' }, requestId));
    return await service.handle(toRequest(message, body, requestId, receivedAtMs));
  } catch (error) {
    const refusal: TransportRefusal =
      message.destroyed && !message.complete
        ? { reason: 'malformed', detail: 'the client went away' }
        : { reason: 'internal-error', detail: describe(error) };
    return closing(service.refuse(refusal, requestId));
  }
}

function toRequest(
  message: IncomingMessage,
  body: Buffer,
  requestId: string,
  receivedAtMs: number,
): HttpRequest {
  const target = message.url ?? '/';
  const question = target.indexOf('?');
  const rawHeaders: [string, string][] = [];
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    rawHeaders.push([message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '']);
  }
  return {
    requestId,
    method: message.method ?? 'GET',
    rawPath: question < 0 ? target : target.slice(0, question),
    rawQuery: question < 0 ? '' : target.slice(question + 1),
    rawHeaders,
    body,
    sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
    receivedAtMs,
  };
}

/** All of them, should there be several: no allowed name has a comma in it. */
function hostOf({ rawHeaders, headers: { host = '' } }: IncomingMessage): string {
  const isHost = (name: string, index: number): boolean =>
    index % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host';
  const isOne = rawHeaders.findIndex(isHost) === rawHeaders.findLastIndex(isHost);
  return isOne
    ? host.toLowerCase()
    : rawHeaders
        .filter((_, at) => at % 2 === 1 && isHost(rawHeaders[at - 1] ?? '', at - 1))
        .join(', ');
}

/** 421 Misdirected Request (RFC 9110 §15.5.20): this origin is not who the request was meant for. */
function misdirected(host: string, port: number): HttpResponse {
  return {
    status: 421,
    headers: [
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Connection', 'close'],
    ],
    body: `This port answers to localhost:${port} only.\n`,
    decision: `421 Host ${JSON.stringify(host)} is not this machine's loopback name (a rebound DNS name?)`,
  };
}

function closing(response: HttpResponse): HttpResponse {
  return { ...response, headers: [...response.headers, ['Connection', 'close']] };
}

/**
 * What is no request never reaches `answer`; it gets the service's own refusal.
 * @returns whether there was still somebody to say it to
 */
function refuseMalformed(options: ServiceServerOptions, detail: string, socket: Duplex): boolean {
  if (!socket.writable) {
    socket.destroy();
    return false;
  }
  const service = options.service();
  const refused = service.refuse({ reason: 'malformed', detail }, randomUUID());
  sendOnSocket(socket, refused, options.clock);
  options.log(oneLine(`${service.name}  ${refused.decision}`));
  return true;
}

function logLine(
  service: string,
  message: IncomingMessage,
  answered: HttpResponse,
  { requestId, elapsedMs }: { readonly requestId: string; readonly elapsedMs: number },
): string {
  const path = (message.url ?? '/').split('?', 1)[0] ?? '/';
  return oneLine(
    `${service}  ${message.method ?? '?'} ${path}  ${answered.decision}  (${elapsedMs.toFixed(0)} ms)  ${requestId}`,
  );
}

/** AWS's messages quote what was sent: a line break or an escape sequence in it must not write to the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** What a function answers may hold a header that HTTP cannot carry: that is a refusal to one caller, never the end of us. */
function sendOrRefuse(
  { service, clock, log }: ServiceServerOptions,
  response: ServerResponse,
  answered: HttpResponse,
  requestId: string,
): void {
  try {
    sendResponse(response, answered, clock);
  } catch (error) {
    const refusal: TransportRefusal = { reason: 'internal-error', detail: describe(error) };
    const refused = closing(service().refuse(refusal, requestId));
    log(oneLine(`${service().name}  the answer could not be sent: ${refused.decision}`));
    sendResponse(response, refused, clock);
  }
}

/** Our own fault: the log gets the place, the client never does. */
function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
