import type { HttpRequest } from '@angular/common/http';

import { CanonicalSigner } from './canonical-signer';
import type { FixedRequest } from './fix-request';
import type { SigningCredentials } from './request-signing-options';
import { chooseSha256 } from './sha256';
import { pickSignableHeaders } from './signable-headers';
import type { SignedRequest } from './signed-request';

export interface Signing {
  readonly region: string;
  readonly credentials: SigningCredentials;
  /** Milliseconds since the epoch, as the server is believed to count them. */
  readonly signedAt: number;
  readonly attempt: 1 | 2;
  readonly hasSubtleCrypto: boolean;
}

export interface SignedHttpRequest {
  readonly request: HttpRequest<unknown>;
  readonly signed: SignedRequest;
}

/** Signs with AWS Signature Version 4 for API Gateway. Source: AWS IAM User Guide, "AWS Signature Version 4 for API requests". */
export async function signRequest(
  fixed: FixedRequest,
  signing: Signing,
): Promise<SignedHttpRequest> {
  const signer = new CanonicalSigner({
    service: 'execute-api',
    region: signing.region,
    credentials: toIdentity(signing.credentials),
    sha256: chooseSha256(signing.hasSubtleCrypto),
    // The payload hash is part of the signature either way; a header of its own would only widen CORS.
    applyChecksum: false,
  });
  const { headers } = await signer.sign(toSignerRequest(fixed), {
    signingDate: new Date(signing.signedAt),
  });
  const signed = describe(fixed, signer.canonicalRequest, headers, signing.attempt);
  return { request: fixed.request.clone({ setHeaders: pickOwn(headers) }), signed };
}

function toIdentity({ accessKeyId, secretAccessKey, sessionToken }: SigningCredentials) {
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

function toSignerRequest({ request, url, body }: FixedRequest) {
  return {
    method: request.method,
    protocol: 'https:', // Not part of a signature.
    hostname: url.host,
    path: url.path,
    query: url.query,
    headers: { ...pickSignableHeaders(request.headers), host: url.host },
    body: body ?? undefined,
  };
}

/** What the signer added; `host` is the browser's to send. */
function pickOwn(headers: Record<string, string>): Record<string, string> {
  const names = ['authorization', 'x-amz-date', 'x-amz-security-token'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

function describe(
  { request, url }: FixedRequest,
  canonicalRequest: string,
  headers: Record<string, string>,
  attempt: 1 | 2,
): SignedRequest {
  // The canonical request ends with the names of the signed headers and the hash of the body.
  const [signedHeaders = '', payloadHash = ''] = canonicalRequest.split('\n').slice(-2);
  const { authorization = '', 'x-amz-date': amzDate = '' } = headers;
  const [, credentialScope = ''] = /Credential=[^/]*\/([^,]+)/.exec(authorization) ?? [];
  return {
    method: request.method,
    url: url.href,
    amzDate,
    credentialScope,
    signedHeaders: signedHeaders.split(';'),
    payloadHash,
    canonicalRequest: canonicalRequest.replace(
      /^(x-amz-security-token|x-api-key):.*$/gm,
      '$1:(not shown)',
    ),
    attempt,
  };
}
