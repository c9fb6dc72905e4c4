import { ApiGatewayGatewayResponse } from '@cdktf/provider-aws/lib/api-gateway-gateway-response';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { Construct } from 'constructs';

import { pascalCase } from '../names';
import { gatewayResponseHeaders, type CorsOrigins } from './cors';
import { prefixKeys } from './prefix-keys';

/** Every error that the gateway makes by itself. Source: API Gateway Developer Guide, "Gateway response types". */
export const GATEWAY_RESPONSE_TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;

/** AWS's own body, stated: left out, AWS fills it in and the provider would take it away again in every plan. */
const BODY = '{"message":$context.error.messageString}';

export interface GatewayResponsesProps {
  readonly restApi: ApiGatewayRestApi;
  readonly corsOrigins: CorsOrigins;
}

/** Gives the gateway's own errors CORS headers: without them a browser reads every refusal as "network failure". */
export class GatewayResponses extends Construct {
  readonly resources: readonly ApiGatewayGatewayResponse[];

  constructor(scope: Construct, id: string, { restApi, corsOrigins }: GatewayResponsesProps) {
    super(scope, id);
    const responseParameters = prefixKeys(
      'gatewayresponse.header.',
      gatewayResponseHeaders(corsOrigins),
    );
    // No status: each kind keeps its own, and one set on a default would become the status of all that fall back to it.
    this.resources = GATEWAY_RESPONSE_TYPES.map(
      (responseType) =>
        new ApiGatewayGatewayResponse(this, pascalCase(responseType.toLowerCase()), {
          restApiId: restApi.id,
          responseType,
          responseParameters,
          responseTemplates: { 'application/json': BODY },
        }),
    );
  }
}
