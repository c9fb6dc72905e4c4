import { firstHeader } from '../http/request-headers';
import { parseAuthorizationHeader } from './parse-authorization-header';
import { parsePresignedQuery } from './parse-presigned-query';
import { refuseSignature, type ClaimOrRefusal } from './signature-claim';
import type { WireRequest } from './wire-request';

/** The signature a request claims to carry. An Authorization header is believed before the query. */
export function readClaim(request: Pick<WireRequest, 'headers' | 'rawQuery'>): ClaimOrRefusal {
  const authorization = firstHeader(request.headers, 'authorization');
  if (authorization !== undefined && authorization.trim() !== '') {
    return parseAuthorizationHeader(authorization, request.headers);
  }
  return (
    parsePresignedQuery(request.rawQuery, request.headers) ??
    refuseSignature(
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
      'the request is not signed',
    )
  );
}
