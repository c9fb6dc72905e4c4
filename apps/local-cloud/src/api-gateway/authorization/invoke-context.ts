import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import { sessionKeys } from '../../cognito-identity/session';
import { rememberLast } from '../../remember-last';
import type { RoutedExchange } from '../exchange';
import { firstHeader } from '../../http/request-headers';

const toIsoTime = rememberLast((atMs: number) => new Date(atMs).toISOString());

/**
 * The condition keys of an invocation. Transport counts as secure, because on AWS it always is: a policy must decide alike in both
 * places. Source: IAM User Guide, "AWS global condition context keys"; Amazon Cognito Developer Guide, "Role trust and permissions".
 */
export function invokeContext(
  { request, headers }: RoutedExchange,
  caller: TemporaryCredentials | undefined,
): Readonly<Record<string, string | readonly string[]>> {
  const userAgent = firstHeader(headers, 'user-agent');
  const referer = firstHeader(headers, 'referer');
  return {
    'aws:CurrentTime': toIsoTime(request.receivedAtMs),
    'aws:EpochTime': String(Math.floor(request.receivedAtMs / 1000)),
    'aws:SecureTransport': 'true',
    'aws:SourceIp': request.sourceIp,
    ...(userAgent !== undefined && { 'aws:UserAgent': userAgent }),
    ...(referer !== undefined && { 'aws:Referer': referer }),
    ...(caller && sessionKeys(caller)),
  };
}
