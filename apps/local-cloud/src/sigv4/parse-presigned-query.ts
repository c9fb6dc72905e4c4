import type { RequestHeaders } from '../http/request-headers';
import { buildClaim } from './build-claim';
import { refuseSignature, type ClaimOrRefusal } from './signature-claim';
import { ALGORITHM } from './string-to-sign';

/** A week. Source: IAM User Guide, "Authentication methods", query string parameters. */
const MAX_EXPIRES_SECONDS = 604_800;

/**
 * Reads the `X-Amz-…` parameters of a presigned request; `undefined` when the query holds no signature at all.
 * Without `X-Amz-Expires` (some signers leave it out) the window of signed headers applies.
 */
export function parsePresignedQuery(
  rawQuery: string,
  headers: RequestHeaders,
): ClaimOrRefusal | undefined {
  if (!rawQuery.includes('X-Amz-Signature=')) return undefined;
  const query = new URLSearchParams(rawQuery);
  const signature = query.get('X-Amz-Signature');
  if (signature === null) return undefined;
  const credential = query.get('X-Amz-Credential');
  const signedHeaders = query.get('X-Amz-SignedHeaders');
  const timestamp = query.get('X-Amz-Date');
  if (query.get('X-Amz-Algorithm') !== ALGORITHM) return incomplete('X-Amz-Algorithm');
  if (!credential) return incomplete('X-Amz-Credential');
  if (!signedHeaders) return incomplete('X-Amz-SignedHeaders');
  if (!timestamp) return incomplete('X-Amz-Date');
  const expires = query.get('X-Amz-Expires');
  if (expires !== null && !isLifetime(expires)) return incomplete('X-Amz-Expires');
  const securityToken =
    query.get('X-Amz-Security-Token') ?? headers.get('x-amz-security-token')?.[0];
  return buildClaim(
    {
      placement: 'query',
      credential,
      signedHeaders,
      signature,
      timestamp,
      ...(securityToken !== undefined && { securityToken }),
      ...(expires !== null && { expiresSeconds: Number(expires) }),
    },
    headers,
  );
}

function isLifetime(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text) && Number(text) <= MAX_EXPIRES_SECONDS;
}

function incomplete(parameter: string): ClaimOrRefusal {
  return refuseSignature(
    'IncompleteSignatureException',
    `AWS query-string parameters must include a valid '${parameter}'. Re-examine the query-string parameters.`,
    `presigned request without a valid ${parameter}`,
  );
}
