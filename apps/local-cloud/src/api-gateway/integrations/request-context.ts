import type { AuthModel, RestApi } from '@gatehouse/auth-model';

import type { AdmittedExchange } from '../exchange';
import { firstHeader } from '../../http/request-headers';
import { toLogTime } from '../log-time';
import { sessionArn, sessionUserId } from '../../cognito-identity/session';

/** The `requestContext` of a proxy event. Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration". */
export function requestContext(
  exchange: AdmittedExchange,
  api: Pick<RestApi, 'id'>,
  { accountId }: Pick<AuthModel, 'accountId'>,
): Record<string, unknown> {
  const { request, ids, stage, place, method } = exchange;
  const host = firstHeader(exchange.headers, 'host') ?? '';
  return {
    accountId,
    apiId: api.id,
    deploymentId: stage.deploymentId,
    domainName: host,
    domainPrefix: host.replace(/[.:].*$/, ''),
    extendedRequestId: ids.extendedRequestId,
    httpMethod: request.method,
    identity: identity(exchange, accountId),
    path: place.contextPath,
    protocol: 'HTTP/1.1',
    requestId: ids.requestId,
    requestTime: toLogTime(request.receivedAtMs),
    requestTimeEpoch: request.receivedAtMs,
    resourceId: method.resourceId,
    resourcePath: method.resourcePath,
    stage: stage.name,
  };
}

function identity(
  { request, headers, caller, apiKey }: AdmittedExchange,
  accountId: string,
): Record<string, unknown> {
  return {
    accessKey: caller?.accessKeyId ?? null,
    accountId: caller === undefined ? null : accountId,
    ...(apiKey && { apiKey: apiKey.value, apiKeyId: apiKey.id }),
    caller: caller === undefined ? null : sessionUserId(caller),
    cognitoAuthenticationProvider: caller?.authenticationProvider ?? null,
    cognitoAuthenticationType: caller?.authenticationType ?? null,
    cognitoIdentityId: caller?.identityId ?? null,
    cognitoIdentityPoolId: caller?.identityPoolId ?? null,
    principalOrgId: null,
    sourceIp: request.sourceIp,
    user: caller === undefined ? null : sessionUserId(caller),
    userAgent: firstHeader(headers, 'user-agent') ?? null,
    userArn: caller === undefined ? null : sessionArn(caller, accountId),
  };
}
