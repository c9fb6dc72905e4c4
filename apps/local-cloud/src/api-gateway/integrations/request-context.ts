import type { AuthModel, RestApi } from '@gatehouse/auth-model';

import type { AdmittedExchange } from '../exchange';
import { firstHeader } from '../request-headers';
import { sessionArn, sessionUserId } from '../authorization/session';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

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

/** `08/Oct/2019:16:22:40 +0000`: the common log format. */
function toLogTime(atMs: number): string {
  const at = new Date(atMs);
  const day = String(at.getUTCDate()).padStart(2, '0');
  const time = at.toISOString().slice(11, 19);
  return `${day}/${MONTHS[at.getUTCMonth()] ?? ''}/${at.getUTCFullYear()}:${time} +0000`;
}
