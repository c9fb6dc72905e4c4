import { parseRouteKey } from '@gatehouse/access';
import { ApiGatewayMethodSettings } from '@cdktf/provider-aws/lib/api-gateway-method-settings';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { ApiGatewayStage } from '@cdktf/provider-aws/lib/api-gateway-stage';
import { Construct } from 'constructs';

import type { Environment, Throttle } from '../environment';
import { InfraError } from '../infra-error';
import { routeName, type Names } from '../names';
import { AccessLogs } from './access-logs';
import type { Deployment } from './deployment';

export interface StageProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly restApi: ApiGatewayRestApi;
  readonly deployment: Deployment;
}

/** The API as it is called: `/dev/…`, with throttles for all routes and for single ones. */
export class Stage extends Construct {
  readonly name: string;
  readonly invokeUrl: string;
  /** @default none: access logs are off */
  readonly accessLogs?: AccessLogs;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: StageProps,
  ) {
    super(scope, id);
    const { environment, names, restApi, deployment } = props;
    const mode = environment.accessLogs ?? 'off';
    if (mode !== 'off')
      this.accessLogs = new AccessLogs(this, 'Logs', { mode, environment, names });
    const stage = new ApiGatewayStage(this, 'Resource', {
      restApiId: restApi.id,
      deploymentId: deployment.id,
      stageName: environment.name,
      xrayTracingEnabled: false,
      ...(this.accessLogs === undefined
        ? {}
        : {
            accessLogSettings: this.accessLogs.settings,
            dependsOn: [...this.accessLogs.prerequisites],
          }),
    });
    this.name = stage.stageName;
    this.invokeUrl = stage.invokeUrl;
    this.throttleEveryRoute();
    this.throttleSingleRoutes();
  }

  private throttleEveryRoute(): void {
    this.settle('EveryRoute', '*/*', this.props.environment.throttle.stage);
  }

  private throttleSingleRoutes(): void {
    const routes: Readonly<Record<string, Throttle>> = this.props.environment.throttle.routes ?? {};
    for (const [key, throttle] of Object.entries(routes))
      this.settle(routeName(key), methodPath(key), throttle);
  }

  private settle(id: string, path: string, throttle: Throttle): void {
    new ApiGatewayMethodSettings(this, id, {
      restApiId: this.props.restApi.id,
      stageName: this.name,
      methodPath: path,
      settings: {
        throttlingRateLimit: throttle.ratePerSecond,
        throttlingBurstLimit: throttle.burst,
        metricsEnabled: false,
        // Execution logs hold headers and bodies: signatures, tokens, keys.
        loggingLevel: 'OFF',
        dataTraceEnabled: false,
      },
    });
  }
}

/** `secure/GET`. Source: AWS provider documentation, aws_api_gateway_method_settings, method_path. */
function methodPath(key: string): string {
  const route = parseRouteKey(key);
  if (typeof route === 'string') throw new InfraError(`throttle.routes: "${key}": ${route}.`);
  if (route.segments.length === 0)
    throw new InfraError(`throttle.routes: "${key}" is the root, which only the stage throttles.`);
  return `${route.segments.join('/')}/${route.method}`;
}
