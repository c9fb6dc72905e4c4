import type { ResultHeaders } from './result-headers';

/** Source: API Gateway Developer Guide, "Amazon API Gateway important notes": headers remapped in responses. */
const REMAPPED: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
  'x-amzn-requestid',
]);

/** What an integration may not set itself reaches the caller under another name; transfer coding is HTTP's own business. */
export function remapHeaders(headers: ResultHeaders): ResultHeaders {
  return headers
    .filter(([name]) => name.toLowerCase() !== 'transfer-encoding')
    .map(([name, value]) =>
      REMAPPED.has(name.toLowerCase())
        ? ([`x-amzn-Remapped-${name}`, value] as const)
        : ([name, value] as const),
    );
}
