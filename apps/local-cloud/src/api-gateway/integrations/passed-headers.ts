import type { AdmittedExchange } from '../exchange';
import { firstHeader } from '../../http/request-headers';

/** Headers as an event carries them: names in the casing sent, every value, in order. */
export type PassedHeaders = ReadonlyMap<string, readonly string[]>;

/** Source: API Gateway Developer Guide, "Amazon API Gateway important notes": headers dropped from requests. */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
]);

/** Headers that the gateway sets itself, whatever the client sent. */
const OWN: ReadonlySet<string> = new Set([
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

/** What of the request's headers reaches a function, with what the gateway adds. A signature stays here: it was for us. */
export function passedHeaders({ request, headers, ids }: AdmittedExchange): PassedHeaders {
  const passed = new Map<string, string[]>();
  const nameOf = new Map<string, string>();
  for (const [name, value] of request.rawHeaders) {
    const key = name.toLowerCase();
    if (DROPPED.has(key) || OWN.has(key) || isSignature(key, value)) continue;
    const firstName = nameOf.get(key) ?? name;
    nameOf.set(key, firstName);
    passed.set(firstName, [...(passed.get(firstName) ?? []), value]);
  }
  const forwardedFor = firstHeader(headers, 'x-forwarded-for');
  passed.set('X-Amzn-Trace-Id', [
    traceHeader(firstHeader(headers, 'x-amzn-trace-id'), ids.traceRoot),
  ]);
  passed.set('X-Forwarded-For', [
    forwardedFor === undefined ? request.sourceIp : `${forwardedFor}, ${request.sourceIp}`,
  ]);
  passed.set('X-Forwarded-Port', [portOf(firstHeader(headers, 'host'))]);
  passed.set('X-Forwarded-Proto', ['http']);
  return passed;
}

/** A trace that the caller has begun goes on; otherwise one begins here. */
export function traceHeader(sent: string | undefined, root: string): string {
  return sent !== undefined && /Root=1-[0-9a-f]{8}-[0-9a-f]{24}/.test(sent) ? sent : `Root=${root}`;
}

function isSignature(key: string, value: string): boolean {
  return key === 'authorization' && value.startsWith('AWS4-');
}

function portOf(host: string | undefined): string {
  return /:(\d+)$/.exec(host ?? '')?.[1] ?? '80';
}
