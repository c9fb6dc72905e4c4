import { hash } from 'node:crypto';

import { firstHeader, type RequestHeaders } from '../http/request-headers';
import { buildClaim } from './build-claim';
import { refuseSignature, type ClaimOrRefusal, type SignatureRefusal } from './signature-claim';
import { ALGORITHM } from './string-to-sign';

/**
 * Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`. Whatever else stands there (a bearer token, say) is
 * refused as AWS refuses it; its text goes into the answer hashed only, as AWS does.
 * Source: IAM User Guide, "Authentication methods", HTTP Authorization header.
 */
export function parseAuthorizationHeader(
  authorization: string,
  headers: RequestHeaders,
): ClaimOrRefusal {
  const parts = splitParts(authorization.trim());
  if (parts === undefined) return notPairs(authorization);
  if (parts.algorithm !== ALGORITHM) return unsupportedAlgorithm(parts.algorithm);
  const { pairs } = parts;
  const credential = pairs.get('Credential');
  const signedHeaders = pairs.get('SignedHeaders');
  const signature = pairs.get('Signature');
  const timestamp = firstHeader(headers, 'x-amz-date') ?? firstHeader(headers, 'date');
  if (!credential || !signature || signedHeaders === undefined || !timestamp) {
    return incomplete(authorization, { credential, signature, signedHeaders, timestamp });
  }
  const securityToken = firstHeader(headers, 'x-amz-security-token');
  return buildClaim(
    {
      placement: 'header',
      credential,
      signedHeaders,
      signature,
      timestamp,
      ...(securityToken !== undefined && { securityToken }),
    },
    headers,
  );
}

interface Parts {
  readonly algorithm: string;
  readonly pairs: ReadonlyMap<string, string>;
}

/** `undefined` when a part is no `key=value` pair. */
function splitParts(text: string): Parts | undefined {
  const blank = text.search(/[ \t]/);
  if (blank < 0) return text === ALGORITHM ? { algorithm: text, pairs: new Map() } : undefined;
  const pairs = new Map<string, string>();
  for (const part of text.slice(blank + 1).split(',')) {
    const pair = part.trim();
    const equals = pair.indexOf('=');
    if (equals <= 0) return undefined;
    pairs.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return { algorithm: text.slice(0, blank), pairs };
}

function notPairs(authorization: string): SignatureRefusal {
  return refuseSignature(
    'IncompleteSignatureException',
    `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${digest(authorization)}'.`,
    'the Authorization header is not a Signature Version 4 one',
  );
}

function unsupportedAlgorithm(algorithm: string): SignatureRefusal {
  return refuseSignature(
    'IncompleteSignatureException',
    `Unsupported AWS 'algorithm': '${algorithm}'.`,
    `the Authorization header is not of algorithm ${ALGORITHM}`,
  );
}

function incomplete(
  authorization: string,
  found: Readonly<
    Record<'credential' | 'signature' | 'signedHeaders' | 'timestamp', string | undefined>
  >,
): SignatureRefusal {
  const missing = [
    ...(found.credential ? [] : ["Authorization header requires 'Credential' parameter."]),
    ...(found.signature ? [] : ["Authorization header requires 'Signature' parameter."]),
    ...(found.signedHeaders !== undefined
      ? []
      : ["Authorization header requires 'SignedHeaders' parameter."]),
    ...(found.timestamp
      ? []
      : ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]),
  ];
  return refuseSignature(
    'IncompleteSignatureException',
    `${missing.join(' ')} (Hashed with SHA-256 and encoded with Base64) Authorization=${digest(authorization)}`,
    missing.join(' '),
  );
}

function digest(authorization: string): string {
  return hash('sha256', Buffer.from(authorization, 'latin1'), 'base64');
}
