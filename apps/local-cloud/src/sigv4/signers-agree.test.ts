import assert from 'node:assert/strict';
import test from 'node:test';

import { SignatureV4 } from '@aws-sdk/signature-v4';
import aws4 from 'aws4';
import fc from 'fast-check';

import { indexHeaders } from '../http/request-headers';
import { NodeSha256 } from './testing/node-sha256';
import {
  keyText,
  NOW,
  plainRequest,
  secretText,
  type PlainRequest,
} from './testing/random-request';
import { readClaim } from './read-claim';
import { createSigningKeys } from './signing-key';
import { toBasicDate } from './timestamp';
import { verifySignature, type Verification, type SigningSecret } from './verify-signature';
import type { WireRequest } from './wire-request';

// Two signers that share no code with the verifier, over seeded random requests. GATEHOUSE_LONG=1 runs many more.
const RUNS = process.env.GATEHOUSE_LONG === '1' ? 20_000 : 1_500;
const SEED = 20150830;
const REGION = 'us-west-2';
const SERVICE = 'execute-api';
const HOST = 'localhost:4203';

test('agrees with @smithy/signature-v4 on random requests', async () => {
  await fc.assert(
    fc.asyncProperty(plainRequest, async (plain) => {
      assert.equal(verify(await signWithSmithy(plain), plain).kind, 'verified');
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test('agrees with aws4 on random requests', () => {
  fc.assert(
    fc.property(plainRequest, (plain) => {
      assert.equal(verify(signWithAws4(plain), plain).kind, 'verified');
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test('agrees with both signers on presigned requests', async () => {
  await fc.assert(
    fc.asyncProperty(plainRequest, async (plain) => {
      const bare = { ...plain, headers: {} };
      assert.equal(verify(await presignWithSmithy(bare), bare).kind, 'verified');
      assert.equal(verify(signWithAws4(bare, true), bare).kind, 'verified');
    }),
    { seed: SEED, numRuns: Math.ceil(RUNS / 3) },
  );
});

const MUTATIONS: Readonly<Record<string, (request: WireRequest) => WireRequest>> = {
  'another body': (request) => ({
    ...request,
    body: Buffer.concat([request.body, Buffer.from('x')]),
  }),
  'another parameter': (request) => ({
    ...request,
    rawQuery: request.rawQuery === '' ? 'a=b' : `${request.rawQuery}&a=b`,
  }),
  'another path': (request) => ({ ...request, rawPath: `${request.rawPath}x` }),
  'another method': (request) => ({
    ...request,
    method: request.method === 'GET' ? 'POST' : 'GET',
  }),
  'another host': (request) => withHeader(request, 'host', 'example.org'),
  'another signed header': (request) => withHeader(request, 'x-signed', 'other'),
  'another date': (request) =>
    withHeader(request, 'x-amz-date', toBasicDate(NOW + 60_000 * 4 + 1000)),
  'an x-amz header that nobody signed': (request) => withHeader(request, 'x-amz-target', 'a'),
  'a signature with one digit changed': (request) =>
    withAuthorization(request, (text) =>
      text.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    ),
  'an empty signature': (request) =>
    withAuthorization(request, (text) => text.replace(/Signature=.*/, 'Signature=0')),
};

for (const [what, mutate] of Object.entries(MUTATIONS)) {
  test(`refuses ${what}`, async () => {
    await fc.assert(
      fc.asyncProperty(plainRequest, async (plain) => {
        const signable = {
          ...plain,
          headers: { ...plain.headers, 'x-signed': 'value' },
          atMs: NOW,
        };
        const signed = await signWithSmithy(signable);
        assert.equal(verify(mutate(signed), signable).kind, 'refused');
      }),
      { seed: SEED, numRuns: Math.ceil(RUNS / 15) },
    );
  });
}

test('refuses a signature made with another secret, and one made with another key id', async () => {
  await fc.assert(
    fc.asyncProperty(plainRequest, secretText, keyText, async (plain, secret, keyId) => {
      const { credentials } = plain;
      fc.pre(secret !== credentials.secretAccessKey && keyId !== credentials.accessKeyId);
      const forged = { ...plain, credentials: { ...credentials, secretAccessKey: secret } };
      assert.equal(verify(await signWithSmithy(forged), plain).kind, 'refused');
      const foreign = { ...plain, credentials: { ...credentials, accessKeyId: keyId } };
      assert.equal(verify(await signWithSmithy(foreign), plain).kind, 'refused');
    }),
    { seed: SEED, numRuns: Math.ceil(RUNS / 15) },
  );
});

function verify(request: WireRequest, { credentials }: PlainRequest): Verification<SigningSecret> {
  const read = readClaim(request);
  if (read.kind === 'refused') return read;
  return verifySignature<SigningSecret>(request, read.claim, NOW, {
    region: REGION,
    service: SERVICE,
    normalizePath: true,
    signingKeys: createSigningKeys(),
    find: (id) =>
      id === credentials.accessKeyId ? { ...credentials, expiresAtMs: NOW + 60_000 } : undefined,
  });
}

async function signWithSmithy(plain: PlainRequest): Promise<WireRequest> {
  const signed = await smithy(plain).sign(smithyRequest(plain), {
    signingDate: new Date(plain.atMs),
  });
  return toWire(plain, plain.path, encodeQuery(signed.query ?? {}), signed.headers);
}

async function presignWithSmithy(plain: PlainRequest): Promise<WireRequest> {
  const signed = await smithy(plain).presign(smithyRequest(plain), {
    signingDate: new Date(plain.atMs),
    expiresIn: 900,
  });
  return toWire(plain, plain.path, encodeQuery(signed.query ?? {}), { host: HOST });
}

function smithy({ credentials }: PlainRequest): SignatureV4 {
  return new SignatureV4({
    credentials,
    region: REGION,
    service: SERVICE,
    sha256: NodeSha256,
    applyChecksum: false,
  });
}

function smithyRequest(plain: PlainRequest): Parameters<SignatureV4['presign']>[0] {
  return {
    method: plain.method,
    protocol: 'http:',
    hostname: 'localhost',
    port: 4203,
    path: plain.path,
    query: Object.fromEntries(plain.query.map(([name, values]) => [name, [...values]])),
    headers: { ...plain.headers, host: HOST },
    body: plain.body,
  };
}

function signWithAws4(plain: PlainRequest, signQuery = false): WireRequest {
  const query = plain.query
    .flatMap(([name, values]) => values.map((value) => encodePair(name, value)))
    .join('&');
  const signed = aws4.sign(
    {
      method: plain.method,
      path: query === '' ? plain.path : `${plain.path}?${query}`,
      headers: {
        ...plain.headers,
        Host: HOST,
        ...(!signQuery && { 'X-Amz-Date': toBasicDate(plain.atMs), 'Content-Type': 'text/plain' }),
        ...(signQuery && { Date: new Date(plain.atMs).toUTCString() }),
      },
      body: plain.body,
      region: REGION,
      service: SERVICE,
      signQuery,
    },
    plain.credentials,
  );
  const target = signed.path ?? '/';
  const question = target.indexOf('?');
  return toWire(
    plain,
    question < 0 ? target : target.slice(0, question),
    question < 0 ? '' : target.slice(question + 1),
    Object.fromEntries(
      Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  );
}

function toWire(
  plain: PlainRequest,
  rawPath: string,
  rawQuery: string,
  headers: Readonly<Record<string, string>>,
): WireRequest {
  return {
    method: plain.method,
    rawPath,
    rawQuery,
    headers: indexHeaders(Object.entries(headers)),
    body: Buffer.from(plain.body),
  };
}

function encodeQuery(query: Readonly<Record<string, string | string[] | null>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? '']).map((one) => encodePair(name, one)),
    )
    .join('&');
}

/** As browsers write it, with `!'()*` bare, which the canonical form escapes. */
function encodePair(name: string, value: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}

function withHeader(request: WireRequest, name: string, value: string): WireRequest {
  return { ...request, headers: new Map([...request.headers, [name, [value]]]) };
}

function withAuthorization(request: WireRequest, edit: (text: string) => string): WireRequest {
  return withHeader(
    request,
    'authorization',
    edit(request.headers.get('authorization')?.[0] ?? ''),
  );
}
