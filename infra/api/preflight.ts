import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayIntegrationResponse } from '@cdktf/provider-aws/lib/api-gateway-integration-response';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { ApiGatewayMethodResponse } from '@cdktf/provider-aws/lib/api-gateway-method-response';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

import { originTemplate, preflightHeaders, type CorsOrigins } from './cors';
import { prefixKeys } from './prefix-keys';

const STATUS = '200';
const HEADER = 'method.response.header.';

export interface PreflightProps {
  readonly restApi: ApiGatewayRestApi;
  readonly resourceId: string;
  /** What may be called at this path. */
  readonly methods: readonly string[];
  readonly corsOrigins: CorsOrigins;
}

/**
 * OPTIONS on one path, answered by the gateway itself. Open, because a browser sends a preflight without credentials.
 * Source: Fetch, "CORS-preflight fetch".
 */
export class Preflight extends Construct {
  readonly resources: readonly TerraformResource[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PreflightProps,
  ) {
    super(scope, id);
    const method = new ApiGatewayMethod(this, 'Method', {
      restApiId: props.restApi.id,
      resourceId: props.resourceId,
      httpMethod: 'OPTIONS',
      authorization: 'NONE',
      apiKeyRequired: false,
    });
    const integration = this.mock(method);
    this.resources = [method, integration, ...this.answer(method, integration)];
  }

  private mock(method: ApiGatewayMethod): ApiGatewayIntegration {
    return new ApiGatewayIntegration(this, 'Integration', {
      restApiId: this.props.restApi.id,
      resourceId: this.props.resourceId,
      httpMethod: method.httpMethod,
      type: 'MOCK',
      requestTemplates: { 'application/json': JSON.stringify({ statusCode: Number(STATUS) }) },
    });
  }

  /** A header must be declared by the method before an integration may set it. */
  private answer(
    method: ApiGatewayMethod,
    integration: ApiGatewayIntegration,
  ): readonly TerraformResource[] {
    const { restApi, resourceId, corsOrigins, methods } = this.props;
    const headers = preflightHeaders(corsOrigins, methods);
    const template = originTemplate(corsOrigins);
    const at = { restApiId: restApi.id, resourceId, httpMethod: method.httpMethod };
    const declared = new ApiGatewayMethodResponse(this, 'MethodResponse', {
      ...at,
      statusCode: STATUS,
      // As a token-free map: the provider wants "may be set", not "must be sent".
      responseParameters: prefixKeys(
        HEADER,
        Object.fromEntries(Object.keys(headers).map((name) => [name, true])),
      ),
    });
    const response = new ApiGatewayIntegrationResponse(this, 'IntegrationResponse', {
      ...at,
      statusCode: declared.statusCode,
      responseParameters: prefixKeys(HEADER, headers),
      ...(template === undefined ? {} : { responseTemplates: { 'application/json': template } }),
      dependsOn: [integration],
    });
    return [declared, response];
  }
}
