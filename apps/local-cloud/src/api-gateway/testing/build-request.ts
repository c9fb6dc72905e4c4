import { randomUUID } from 'node:crypto';

import type { HttpRequest } from '../../http/message';
import { indexHeaders } from '../../http/request-headers';
import { canonicalRequest } from '../../sigv4/canonical-request';
import { signatureOf } from '../../sigv4/compare-signatures';
import { deriveSigningKey } from '../../sigv4/signing-key';
import { stringToSign } from '../../sigv4/string-to-sign';
import { toBasicDate } from '../../sigv4/timestamp';
import { REGION } from './build-model';

export interface RequestOptions {
  readonly method?: string;
  /** Path and query as on the wire. @default '/dev/secure' */
  readonly target?: string;
  /** Besides `Host`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly atMs?: number;
}

export interface SigningOptions extends RequestOptions {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
  /** @default the gateway's */
  readonly region?: string;
  readonly service?: string;
}

export const HOST = 'localhost:4203';

export function buildRequest(options: RequestOptions = {}): HttpRequest {
  const { method = 'GET', target = '/dev/secure', headers = {}, body = '', atMs = 0 } = options;
  const question = target.indexOf('?');
  return {
    requestId: randomUUID(),
    method,
    rawPath: question < 0 ? target : target.slice(0, question),
    rawQuery: question < 0 ? '' : target.slice(question + 1),
    rawHeaders: [['Host', HOST], ...Object.entries(headers)],
    body: Buffer.from(body),
    sourceIp: '127.0.0.1',
    receivedAtMs: atMs,
  };
}

/** Signs as a client does. Independent signers are put against the verifier elsewhere; this one only makes requests. */
export function signRequest(options: SigningOptions): Required<RequestOptions> {
  const { credentials, region = REGION, service = 'execute-api', atMs = 0 } = options;
  const timestamp = toBasicDate(atMs);
  const headers = {
    ...options.headers,
    'X-Amz-Date': timestamp,
    'X-Amz-Security-Token': credentials.sessionToken,
  };
  const { rawHeaders, ...request } = buildRequest({ ...options, headers });
  const index = indexHeaders(rawHeaders);
  const credential = {
    accessKeyId: credentials.accessKeyId,
    date: timestamp.slice(0, 8),
    region,
    service,
    terminator: 'aws4_request',
  };
  const claim = {
    placement: 'header',
    signedHeaders: [...index.keys()].sort(),
    credential,
    timestamp,
  } as const;
  const canonical = canonicalRequest({ ...request, headers: index }, claim, {
    normalizePath: true,
  });
  const key = deriveSigningKey(credentials.secretAccessKey, credential);
  const signature = signatureOf(key, stringToSign(canonical, claim));
  const scope = `${credential.date}/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${claim.signedHeaders.join(';')}, Signature=${signature}`;
  return {
    method: options.method ?? 'GET',
    target: options.target ?? '/dev/secure',
    body: options.body ?? '',
    atMs,
    headers: { ...headers, Authorization: authorization },
  };
}
