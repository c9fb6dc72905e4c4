import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { firstHeader, indexHeaders } from '../http/request-headers';
import { canonicalRequest } from './canonical-request';
import { signatureOf } from './compare-signatures';
import { readClaim } from './read-claim';
import { createSigningKeys } from './signing-key';
import type { SignatureClaim } from './signature-claim';
import { stringToSign } from './string-to-sign';
import { parseBasicDate } from './timestamp';
import { verifySignature } from './verify-signature';
import type { WireRequest } from './wire-request';

// AWS's own signing test suite (awslabs/aws-c-auth, Apache-2.0), kept beside the repository and not in it.
const VECTORS = join(
  import.meta.dirname,
  '../../../../../shared/vectors/aws-sigv4/header-vectors.json',
);
const skip = existsSync(VECTORS) ? false : '../shared/vectors/aws-sigv4 is not here';

interface Vector {
  readonly name: string;
  readonly context: {
    readonly credentials: {
      readonly access_key_id: string;
      readonly secret_access_key: string;
      readonly token?: string;
    };
    readonly normalize: boolean;
    readonly region: string;
    readonly service: string;
  };
  readonly signed_request: string;
  readonly canonical_request: string;
  readonly string_to_sign: string;
  readonly signature: string;
}

const vectors: readonly Vector[] = skip
  ? []
  : (JSON.parse(readFileSync(VECTORS, 'utf8')) as readonly Vector[]);

test('reads all 38 cases of AWS’s signing test suite', { skip }, () => {
  assert.equal(vectors.length, 38);
});

for (const vector of vectors) {
  test(`agrees with AWS at all three stages and accepts the request: ${vector.name}`, () => {
    const request = parseRequest(vector.signed_request);
    const claim = claimOf(request);
    const { context } = vector;
    const canonical = canonicalRequest(request, claim, { normalizePath: context.normalize });
    assert.equal(Buffer.from(canonical, 'latin1').toString('utf8'), vector.canonical_request);
    const text = stringToSign(canonical, claim);
    assert.equal(text, vector.string_to_sign);
    const signingKeys = createSigningKeys();
    const { secret_access_key: secretAccessKey, access_key_id: accessKeyId } = context.credentials;
    const signature = signatureOf(signingKeys(secretAccessKey, claim.credential), text);
    assert.equal(signature, vector.signature);
    const sessionToken = firstHeader(request.headers, 'x-amz-security-token') ?? 'none';
    const verified = verifySignature(
      request,
      { ...claim, securityToken: sessionToken },
      claim.timestampMs,
      {
        region: context.region,
        service: context.service,
        normalizePath: context.normalize,
        signingKeys,
        find: (id) =>
          id === accessKeyId
            ? { secretAccessKey, sessionToken, expiresAtMs: claim.timestampMs + 1 }
            : undefined,
      },
    );
    assert.equal(verified.kind, 'verified');
  });
}

function claimOf(request: WireRequest): SignatureClaim {
  const read = readClaim(request);
  assert.ok(read.kind === 'claim', JSON.stringify(read));
  assert.equal(read.claim.timestampMs, parseBasicDate(read.claim.timestamp));
  return read.claim;
}

/** The raw HTTP text as node:http would hand it over: bytes as latin1, continuation lines folded into the header before. */
function parseRequest(text: string): WireRequest {
  const raw = Buffer.from(text, 'utf8').toString('latin1');
  const end = raw.indexOf('\n\n');
  const [requestLine = '', ...lines] = raw.slice(0, end).split('\n');
  const [, method = '', target = ''] = /^(\S+) (.*) HTTP\/1\.1$/.exec(requestLine) ?? [];
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^\s/.test(line) && last !== undefined) last[1] += `\n${line}`;
    else headers.push([line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  }
  const question = target.indexOf('?');
  return {
    method,
    rawPath: question < 0 ? target : target.slice(0, question),
    rawQuery: question < 0 ? '' : target.slice(question + 1),
    headers: indexHeaders(headers),
    body: Buffer.from(raw.slice(end + 2), 'latin1'),
  };
}
