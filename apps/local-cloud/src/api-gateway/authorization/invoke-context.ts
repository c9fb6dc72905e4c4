import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import type { RoutedExchange } from '../exchange';
import { firstHeader } from '../request-headers';

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
    'aws:CurrentTime': new Date(request.receivedAtMs).toISOString(),
    'aws:EpochTime': String(Math.floor(request.receivedAtMs / 1000)),
    'aws:SecureTransport': 'true',
    'aws:SourceIp': request.sourceIp,
    ...(userAgent !== undefined && { 'aws:UserAgent': userAgent }),
    ...(referer !== undefined && { 'aws:Referer': referer }),
    ...(caller && sessionKeys(caller)),
  };
}

/** What an identity pool puts into a session, besides the role itself. */
function sessionKeys(
  caller: TemporaryCredentials,
): Readonly<Record<string, string | readonly string[]>> {
  const { authenticationProvider: provider } = caller;
  return {
    'aws:FederatedProvider': 'cognito-identity.amazonaws.com',
    'cognito-identity.amazonaws.com:aud': caller.identityPoolId,
    'cognito-identity.amazonaws.com:sub': caller.identityId,
    'cognito-identity.amazonaws.com:amr': [
      caller.authenticationType,
      ...(provider === undefined ? [] : provider.split(',')),
    ],
  };
}
