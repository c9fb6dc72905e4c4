import type { RestApi } from '@gatehouse/auth-model';

import type { HttpRequest } from '../http/message';
import { failure, type GatewayFailure } from './failures/gateway-failure';
import type { RequestHeaders } from '../http/request-headers';

/** Source: API Gateway Developer Guide, "Quotas for configuring and running a REST API". */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_HEADER_BYTES = 10_240;
const MAX_ARN_BYTES = 1_600;

/** Request line and header values together are bounded, and so is the ARN that the target would have. */
export function checkLimits(
  { method, rawPath, rawQuery }: HttpRequest,
  headers: RequestHeaders,
  { executionArn }: Pick<RestApi, 'executionArn'>,
): GatewayFailure | undefined {
  const arnBytes = executionArn.length + method.length + rawPath.length + 1;
  if (arnBytes > MAX_ARN_BYTES) {
    return failure(
      'uriTooLong',
      `the ARN of the request would have ${arnBytes} bytes, over ${MAX_ARN_BYTES}`,
    );
  }
  let bytes = method.length + rawPath.length + rawQuery.length;
  for (const values of headers.values()) {
    for (const value of values) bytes += value.length;
  }
  return bytes > MAX_HEADER_BYTES
    ? failure(
        'headersTooLarge',
        `request line and headers have ${bytes} bytes, over ${MAX_HEADER_BYTES}`,
      )
    : undefined;
}

/** A fragment or a NUL is no part of a path (RFC 9112 §3.2.1), and where it is cut off, another path is left. */
export function checkTarget({ rawPath }: Pick<HttpRequest, 'rawPath'>): GatewayFailure | undefined {
  return /#|%00/.test(rawPath)
    ? failure('malformedRequest', 'the request target holds a fragment or a NUL')
    : undefined;
}

/** A header that asks the real gateway for something this one does not do. */
export function checkEmulated(headers: RequestHeaders): GatewayFailure | undefined {
  if (!headers.has('x-http-method-override')) return undefined;
  const what =
    'X-HTTP-Method-Override is not emulated (apps/local-cloud/src/api-gateway/request-limits.ts)';
  return failure('notEmulated', what, what);
}
