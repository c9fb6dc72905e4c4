import { hash } from 'node:crypto';

import { canonicalHeaders } from './canonical-headers';
import { canonicalPath } from './canonical-path';
import { canonicalQuery } from './canonical-query';
import type { SignatureClaim } from './signature-claim';
import type { WireRequest } from './wire-request';

export interface CanonicalOptions {
  /** Remove empty and dot segments from the path: so for every service but S3. */
  readonly normalizePath: boolean;
  /** Stands for the value of `Host`, for clients that sign it without the port they call. */
  readonly host?: string;
}

/**
 * The text whose hash is signed, as latin1. Its last line is always the hash of the body that came: `x-amz-content-sha256` is
 * an ordinary header here, because only S3 takes it (or `UNSIGNED-PAYLOAD`) in place of the body.
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
    canonicalPath(request.rawPath, options.normalizePath),
    canonicalQuery(request.rawQuery, placement === 'query' ? 'X-Amz-Signature' : undefined),
    canonicalHeaders(request.headers, signedHeaders, options.host),
    signedHeaders.join(';'),
    request.body.length === 0 ? EMPTY_BODY : hash('sha256', request.body, 'hex'),
  ].join('\n');
}

const EMPTY_BODY = hash('sha256', '', 'hex');
