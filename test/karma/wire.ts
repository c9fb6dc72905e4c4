import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import type { ArrivedRequest, Verdict } from './verify-signature';

type Settings = ReadonlyMap<string, string>;
type Verify = (arrived: ArrivedRequest) => Verdict | undefined;

interface Refusal {
  readonly type: string;
  readonly message: string;
}

/**
 * The far end of the wire, as a Karma middleware. It answers `/wire/<settings>/…` with exactly what arrived and whether
 * the signature fits it, keeps what arrived at `/wire-log/<settings>`, and refuses signatures in API Gateway's words.
 * The settings, `name=value` joined by commas, are part of the path, so that every spec has a server of its own:
 *
 * - `id`: keeps the logs of specs apart
 * - `clock`: seconds by which this server is ahead of the machine
 * - `date=no`, `type=no`, `body=no`: answers without `Date`, without `x-amzn-ErrorType`, without a body
 * - `date=proxy`: the `Date` is the machine's, as if something between had set it
 * - `ended`: session tokens that begin with this word have ended
 * - `deny`: refuses everything with this `x-amzn-ErrorType`
 * - `redirect`: sends everything on to this URL, encoded twice
 */
export function createWire(verify: Verify) {
  const log = new Map<string, ReturnType<typeof toReport>[]>();
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const [, room, path = ''] = (request.url ?? '').split('/', 3);
    if (room === 'wire-log') {
      sendJson(response, 200, log.get(path) ?? []);
      return;
    }
    if (room !== 'wire') {
      next();
      return;
    }
    allowOrigins(request, response);
    void arrive(request).then((arrived) => {
      const report = toReport(arrived, verify(arrived));
      if (arrived.method !== 'OPTIONS') log.set(path, [...(log.get(path) ?? []), report]);
      answer(readSettings(path), arrived, report, response);
    });
  };
}

async function arrive(request: IncomingMessage): Promise<ArrivedRequest> {
  const { method = '', url: rawUrl = '', headers } = request;
  return { method, rawUrl, headers, body: await buffer(request) };
}

function toReport({ method, rawUrl, headers, body }: ArrivedRequest, verdict: Verdict | undefined) {
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  return { method, rawUrl, headers, bodySha256, bodyLength: body.length, verdict };
}

function readSettings(path: string): Settings {
  const pairs = path.split(',').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.split('=', 2);
    return [name, decodeURIComponent(value)];
  });
  return new Map(pairs);
}

function answer(
  settings: Settings,
  arrived: ArrivedRequest,
  report: unknown,
  response: ServerResponse,
): void {
  const now = Date.now() + Number(settings.get('clock') ?? 0) * 1000;
  response.sendDate = false;
  const date = settings.get('date') === 'proxy' ? Date.now() : now;
  if (settings.get('date') !== 'no') response.setHeader('Date', new Date(date).toUTCString());
  const location = settings.get('redirect');
  if (location !== undefined) {
    response.writeHead(307, { Location: decodeURIComponent(location) }).end();
    return;
  }
  const refusal = arrived.method === 'OPTIONS' ? undefined : findRefusal(settings, arrived, now);
  if (refusal === undefined) sendJson(response, 200, report);
  else refuse(settings, refusal, response);
}

function findRefusal(
  settings: Settings,
  { headers }: ArrivedRequest,
  now: number,
): Refusal | undefined {
  const denied = settings.get('deny');
  if (denied !== undefined) return { type: denied, message: 'Refused by the settings.' };
  const ended = settings.get('ended');
  if (ended !== undefined && String(headers['x-amz-security-token']).startsWith(ended)) {
    const message = 'The security token included in the request is expired';
    return { type: 'ExpiredTokenException', message };
  }
  const signedAt = headers['x-amz-date'];
  return signedAt === undefined ? undefined : judgeTime(String(signedAt), now);
}

const WINDOW_MS = 5 * 60_000;

function judgeTime(signedAt: string, now: number): Refusal | undefined {
  const type = 'InvalidSignatureException';
  const [earliest, latest] = [toBasic(now - WINDOW_MS), toBasic(now + WINDOW_MS)];
  // Basic times compare like the times they tell.
  if (signedAt < earliest) {
    const rule = `${earliest} (${toBasic(now)} - 5 min.)`;
    return { type, message: `Signature expired: ${signedAt} is now earlier than ${rule}` };
  }
  if (signedAt > latest) {
    const rule = `${latest} (${toBasic(now)} + 5 min.)`;
    return { type, message: `Signature not yet current: ${signedAt} is still later than ${rule}` };
  }
  return undefined;
}

function toBasic(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function refuse(settings: Settings, { type, message }: Refusal, response: ServerResponse): void {
  if (settings.get('type') !== 'no') response.setHeader('x-amzn-ErrorType', type);
  if (settings.get('body') === 'no') response.writeHead(403).end();
  else sendJson(response, 403, { message });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

function allowOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Methods', 'DELETE,GET,HEAD,PATCH,POST,PUT');
  const asked = request.headers['access-control-request-headers'];
  if (asked !== undefined) response.setHeader('Access-Control-Allow-Headers', asked);
  response.setHeader('Access-Control-Expose-Headers', 'Date,x-amzn-ErrorType');
}
