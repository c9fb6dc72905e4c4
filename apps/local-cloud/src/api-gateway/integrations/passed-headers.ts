import type { AdmittedExchange } from '../exchange';
import { firstHeader } from '../../http/request-headers';

/** Headers as an event carries them: names in the casing sent, in order. */
export interface PassedHeaders {
  /** The last value of each. */
  readonly headers: Readonly<Record<string, string>>;
  readonly multiValueHeaders: Readonly<Record<string, readonly string[]>>;
}

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
  const last: Record<string, string> = {};
  const all: Record<string, string[]> = {};
  const pass = (name: string, value: string): void => {
    const known = Object.hasOwn(all, name) ? all[name] : undefined;
    if (known === undefined) define(all, name, [value]);
    else known.push(value);
    define(last, name, value);
  };
  const firstNames = new Map<string, string>();
  for (const [name, value] of request.rawHeaders) {
    const key = name.toLowerCase();
    if (DROPPED.has(key) || OWN.has(key) || isSignature(key, value)) continue;
    const firstName = firstNames.get(key);
    if (firstName === undefined) firstNames.set(key, name);
    pass(firstName ?? name, value);
  }
  const forwardedFor = firstHeader(headers, 'x-forwarded-for');
  pass('X-Amzn-Trace-Id', traceHeader(firstHeader(headers, 'x-amzn-trace-id'), ids.traceRoot));
  pass(
    'X-Forwarded-For',
    forwardedFor === undefined ? request.sourceIp : `${forwardedFor}, ${request.sourceIp}`,
  );
  pass('X-Forwarded-Port', portOf(firstHeader(headers, 'host')));
  pass('X-Forwarded-Proto', 'http');
  return { headers: last, multiValueHeaders: all };
}

/** Assignment is several times as fast as `Object.fromEntries`, but to this one name, which a client may send, it sets no property. */
function define<Value>(record: Record<string, Value>, name: string, value: Value): void {
  if (name !== '__proto__') record[name] = value;
  else
    Object.defineProperty(record, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
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
