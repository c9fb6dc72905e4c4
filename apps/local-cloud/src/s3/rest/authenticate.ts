import type { CredentialLookup, TemporaryCredentials } from '../../cognito-identity/credentials';
import type { HttpRequest } from '../../http/message';
import { firstHeader, indexHeaders } from '../../http/request-headers';
import { canonicalRequest, hashOfBody } from '../../sigv4/canonical-request';
import { isSameSecret, signatureOf } from '../../sigv4/compare-signatures';
import { readClaim } from '../../sigv4/read-claim';
import type { SignatureClaim } from '../../sigv4/signature-claim';
import { createSigningKeys } from '../../sigv4/signing-key';
import { ALGORITHM, stringToSign } from '../../sigv4/string-to-sign';
import type { WireRequest } from '../../sigv4/wire-request';
import { invalidRequest, notModelled } from './rest-error';
import {
  checkS3Date,
  checkS3Scope,
  malformedClaim,
  refuse,
  type RefusedSignature,
} from './signature-error';

export type Authentication =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'session';
      readonly credentials: TemporaryCredentials;
      readonly placement: SignatureClaim['placement'];
      /** When it was signed, as the request says. */
      readonly timestampMs: number;
    }
  | RefusedSignature;

/** Finds out whose signature a request carries; one without a signature is the public's. */
export type Authenticate = (request: HttpRequest) => Authentication;

const UNSIGNED = 'UNSIGNED-PAYLOAD';

/** Source: Amazon S3 API Reference, "Authenticating Requests (AWS Signature Version 4)". */
export function createAuthenticate(region: string, lookup: CredentialLookup): Authenticate {
  const signingKeys = createSigningKeys();
  return (request) => {
    const { method, rawPath, rawQuery, body, receivedAtMs } = request;
    const wire = { method, rawPath, rawQuery, body, headers: indexHeaders(request.rawHeaders) };
    const read = readClaim(wire);
    if (read.kind === 'refused') {
      if (read.code === 'MissingAuthenticationTokenException') return { kind: 'anonymous' };
      const authorization = firstHeader(wire.headers, 'authorization')?.trim() ?? '';
      const isSigV4 = authorization.startsWith(ALGORITHM);
      return malformedClaim(read, { isPresigned: authorization === '', isSigV4 });
    }
    const { claim } = read;
    const early = checkS3Scope(claim, region) ?? checkS3Date(claim, receivedAtMs);
    if (early !== undefined) return early;
    const credentials = lookup.find(claim.credential.accessKeyId);
    const refused = checkSession(credentials, claim, receivedAtMs);
    if (credentials === undefined || refused !== undefined) return refused ?? unknownKey(claim);
    const payload = readPayloadHash(wire, claim);
    if (typeof payload !== 'string') return payload;
    const canonical = canonicalRequest(wire, claim, {
      normalizePath: false,
      s3: { payloadHash: payload },
    });
    const key = signingKeys(credentials.secretAccessKey, claim.credential);
    const expected = signatureOf(key, stringToSign(canonical, claim));
    return isSameSecret(claim.signature, expected)
      ? { kind: 'session', credentials, placement: claim.placement, timestampMs: claim.timestampMs }
      : doesNotMatch(canonical, claim);
  };
}

/** Keys of a session mean nothing without its token. */
function checkSession(
  credentials: TemporaryCredentials | undefined,
  claim: SignatureClaim,
  nowMs: number,
): RefusedSignature | undefined {
  if (credentials === undefined || claim.securityToken === undefined) return unknownKey(claim);
  if (!isSameSecret(claim.securityToken, credentials.sessionToken)) {
    return refuse(
      {
        status: 400,
        code: 'InvalidToken',
        message: 'The provided token is malformed or otherwise invalid.',
      },
      'the session token does not belong to the access key',
    );
  }
  if (nowMs < credentials.expiresAtMs) return undefined;
  return refuse(
    { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' },
    'the session has expired',
  );
}

function unknownKey({ credential, securityToken }: SignatureClaim): RefusedSignature {
  return refuse(
    {
      status: 403,
      code: 'InvalidAccessKeyId',
      message: 'The AWS Access Key Id you provided does not exist in our records.',
      details: { AWSAccessKeyId: credential.accessKeyId },
    },
    securityToken === undefined ? 'no session token was sent' : 'this access key was never issued',
  );
}

/** What the client says of its body is part of what it signs; a presigned request may say nothing. */
function readPayloadHash(
  { headers, body }: WireRequest,
  { placement }: SignatureClaim,
): string | RefusedSignature {
  const named = firstHeader(headers, 'x-amz-content-sha256');
  if (named === undefined) {
    if (placement === 'query') return UNSIGNED;
    const message = 'Missing required header for this request: x-amz-content-sha256';
    return refuse(invalidRequest(message), 'no x-amz-content-sha256 was sent');
  }
  if (named === UNSIGNED || named === hashOfBody(body)) return named;
  if (named.startsWith('STREAMING-')) {
    return refuse(notModelled(named), 'a body signed in chunks is for what is not modelled');
  }
  return refuse(
    {
      status: 400,
      code: 'XAmzContentSHA256Mismatch',
      message: "The provided 'x-amz-content-sha256' header does not match what was computed.",
    },
    'x-amz-content-sha256 is not that of the body',
  );
}

/** Like AWS, tells the caller what should have been signed: its own words, for its own eyes, and never for a log. */
function doesNotMatch(canonical: string, claim: SignatureClaim): RefusedSignature {
  return refuse(
    {
      status: 403,
      code: 'SignatureDoesNotMatch',
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      details: {
        AWSAccessKeyId: claim.credential.accessKeyId,
        StringToSign: stringToSign(canonical, claim),
        SignatureProvided: claim.signature,
        CanonicalRequest: Buffer.from(canonical, 'latin1').toString('utf8'),
      },
    },
    `the signature does not match (signed: ${claim.signedHeaders.join(' ')})`,
  );
}
