import { requestKeys } from '@gatehouse/auth-model';

import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import { sessionKeys } from '../../cognito-identity/session';
import { firstHeader } from '../../http/request-headers';
import type { RoutedExchange } from '../exchange';

/**
 * The condition keys that an invocation brings along: those of the request and of its session. The decision itself adds those of the
 * role and of the API, and knows which of the others AWS would send.
 * Source: IAM User Guide, "AWS global condition context keys"; Amazon Cognito Developer Guide, "Role trust and permissions".
 */
export function invokeContext(
  { request, headers }: RoutedExchange,
  caller: TemporaryCredentials | undefined,
): Readonly<Record<string, string | readonly string[]>> {
  return {
    ...requestKeys({
      atMs: request.receivedAtMs,
      sourceIp: request.sourceIp,
      userAgent: firstHeader(headers, 'user-agent'),
      referer: firstHeader(headers, 'referer'),
    }),
    ...(caller && sessionKeys(caller)),
  };
}
