import type { ParsedRoute, RouteRow } from '@gatehouse/access';
import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

import type { ApiFunction } from '../function/api-function';

/** Longer than the function may run, so that its own timeout is what people see. */
const INTEGRATION_TIMEOUT_MS = 15_000;

export interface RouteMethodProps {
  readonly restApi: ApiGatewayRestApi;
  readonly resourceId: string;
  readonly route: ParsedRoute;
  readonly row: RouteRow;
  readonly apiFunction: ApiFunction;
}

/** One row of the route table: a signed request with a key, answered by the function. */
export class RouteMethod extends Construct {
  readonly resources: readonly TerraformResource[];

  constructor(scope: Construct, id: string, props: RouteMethodProps) {
    super(scope, id);
    const { restApi, resourceId, route, row, apiFunction } = props;
    const method = new ApiGatewayMethod(this, 'Method', {
      restApiId: restApi.id,
      resourceId,
      httpMethod: route.method,
      authorization: 'AWS_IAM',
      apiKeyRequired: row.apiKey,
    });
    const integration = new ApiGatewayIntegration(this, 'Integration', {
      restApiId: restApi.id,
      resourceId,
      httpMethod: method.httpMethod,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: apiFunction.invokeArn,
      timeoutMilliseconds: INTEGRATION_TIMEOUT_MS,
    });
    this.resources = [method, integration];
  }
}
