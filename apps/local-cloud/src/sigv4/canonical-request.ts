import { hash } from 'node:crypto';

import { canonicalHeaders } from './canonical-headers';
import { canonicalPath, canonicalS3Path } from './canonical-path';
import { canonicalQuery } from './canonical-query';
import type { SignatureClaim } from './signature-claim';
import type { WireRequest } from './wire-request';

export interface CanonicalOptions {
  /** Remove empty and dot segments from the path: so for every service but S3. */
  readonly normalizePath: boolean;
  /** Stands for the value of `Host`, for clients that sign it without the port they call. */
  readonly host?: string;
  /** For S3 alone, which has its own way with paths, and takes the hash that the client names. */
  readonly s3?: S3Signing;
}

export interface S3Signing {
  /** `x-amz-content-sha256`: whoever asks has compared it with the body, unless it is `UNSIGNED-PAYLOAD`. */
  readonly payloadHash: string;
}

/**
 * The text whose hash is signed, as latin1. Its last line is always the hash of the body that came, but for S3: elsewhere
 * `x-amz-content-sha256` is an ordinary header.
 * Source: IAM User Guide, "Create a signed AWS API request", step 1.
 */
export function canonicalRequest(
  request: WireRequest,
  claim: Pick<SignatureClaim, 'signedHeaders' | 'placement'>,
  options: CanonicalOptions,
): string {
  const { signedHeaders, placement } = claim;
  return [
    request.method,
    options.s3
      ? canonicalS3Path(request.rawPath)
      : canonicalPath(request.rawPath, options.normalizePath),
    canonicalQuery(request.rawQuery, placement === 'query' ? 'X-Amz-Signature' : undefined),
    canonicalHeaders(request.headers, signedHeaders, options.host),
    signedHeaders.join(';'),
    options.s3?.payloadHash ?? hashOfBody(request.body),
  ].join('\n');
}

const EMPTY_BODY = hash('sha256', '', 'hex');

export function hashOfBody(body: Buffer): string {
  return body.length === 0 ? EMPTY_BODY : hash('sha256', body, 'hex');
}
