import { SignatureV4 } from '@aws-sdk/signature-v4';
import aws4 from 'aws4';

import type { Bucket, Role } from '@gatehouse/auth-model';
import { parsePolicyDocument } from '@gatehouse/iam';

import { buildCredentials } from '../../api-gateway/testing/build-gateway';
import { ACCOUNT, REGION } from '../../api-gateway/testing/build-model';
import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import type { HttpRequest, HttpResponse, Service } from '../../http/message';
import { NodeSha256 } from '../../sigv4/testing/node-sha256';
import { createS3Rest } from '../rest/s3-rest';
import { openBuckets } from '../stack-buckets';
import { NOW_MS, ORIGINS } from './site';

const HOST = 'localhost:4205';

/** A role that may do what the statements say. */
export function roleWith(...statements: readonly object[]): Role {
  const role = {
    address: 'aws_iam_role.reader',
    ...SESSION.role,
    trust: { kind: 'unknown', because: 'nobody asks here' },
    tags: {},
    maxSessionSeconds: 3600,
  } as const;
  if (statements.length === 0) return { ...role, policies: [] };
  const json = { Version: '2012-10-17', Statement: statements };
  const document = {
    kind: 'known',
    value: parsePolicyDocument(json, 'reader/read', 'identity'),
  } as const;
  const address = 'aws_iam_role_policy.read';
  return { ...role, policies: [{ name: 'reader/read', address, document }] };
}

export const SESSION: TemporaryCredentials = buildCredentials('reader', {
  issuedAtMs: NOW_MS,
  expiresAtMs: NOW_MS + 3_600_000,
});

export function restOf(
  buckets: readonly Bucket[],
  role: Role = roleWith(),
  session: TemporaryCredentials = SESSION,
  stackFolder = '.',
): Service {
  return createS3Rest({
    model: { region: REGION, accountId: ACCOUNT, roles: [role] },
    buckets: openBuckets({
      model: { buckets },
      stackFolder,
      origins: ORIGINS,
      clock: { now: () => NOW_MS },
    }),
    credentials: { find: (id) => (id === session.accessKeyId ? session : undefined) },
  });
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly atMs?: number;
}

/** An unsigned request. @param target path and query, as on the wire */
export function ask(rest: Service, target: string, asked: Asked = {}): Promise<HttpResponse> {
  return rest.handle(toRequest(target, asked));
}

export function toRequest(target: string, asked: Asked = {}): HttpRequest {
  const { method = 'GET', headers = {}, body = '', atMs = NOW_MS } = asked;
  const question = target.indexOf('?');
  return {
    requestId: '8f0c0f5e-0000-4000-8000-000000000001',
    method,
    rawPath: question < 0 ? target : target.slice(0, question),
    rawQuery: question < 0 ? '' : target.slice(question + 1),
    rawHeaders: Object.entries({ Host: HOST, ...headers }),
    body: Buffer.from(body),
    sourceIp: '127.0.0.1',
    receivedAtMs: atMs,
  };
}

/** What an independent signer makes of a request. */
export function sign(
  target: string,
  asked: Asked = {},
  {
    isPresigned = false,
    credentials = SESSION,
  }: {
    readonly isPresigned?: boolean;
    readonly credentials?: Pick<TemporaryCredentials, 'accessKeyId' | 'secretAccessKey'>;
  } = {},
): HttpRequest {
  const { method = 'GET', headers = {}, body } = asked;
  const date = new Date(NOW_MS).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const presigning = isPresigned ? { signQuery: true } : {};
  const dated = isPresigned ? '' : { 'X-Amz-Date': date };
  const query = isPresigned ? `${target.includes('?') ? '&' : '?'}X-Amz-Date=${date}` : '';
  const signed = aws4.sign(
    {
      service: 's3',
      region: REGION,
      method,
      path: target + query,
      headers: { Host: HOST, ...(dated || {}), ...headers },
      ...(body !== undefined && { body }),
      ...presigning,
    },
    credentials,
  );
  const signedHeaders = Object.fromEntries(
    Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  return toRequest(signed.path ?? target, { ...asked, headers: signedHeaders });
}

/** The same by the signer of AWS's own SDK, with its settings for S3. */
export async function signWithSdk(path: string): Promise<HttpRequest> {
  const { accessKeyId, secretAccessKey, sessionToken } = SESSION;
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    region: REGION,
    service: 's3',
    sha256: NodeSha256,
    uriEscapePath: false,
  });
  const request = {
    method: 'GET',
    protocol: 'http:',
    hostname: 'localhost',
    port: 4205,
    path,
    query: { 'x-id': 'GetObject' },
    headers: { host: HOST },
  };
  const signed = await signer.sign(request, { signingDate: new Date(NOW_MS) });
  const { host = HOST, ...headers } = signed.headers;
  return toRequest(`${path}?x-id=GetObject`, { headers: { ...headers, Host: host } });
}

/** What was answered: `403 AccessDenied`, or the status. */
export async function answer(response: Promise<HttpResponse>): Promise<string> {
  const { status, body } = await response;
  const code = /<Code>(\w+)<\/Code>/.exec(body.toString())?.[1];
  return code === undefined ? String(status) : `${status} ${code}`;
}

export function signed(rest: Service, target: string, asked: Asked = {}): Promise<HttpResponse> {
  return rest.handle(sign(target, asked));
}
