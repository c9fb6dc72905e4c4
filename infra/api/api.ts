import { arnPattern, parseRouteKey, type ParsedRoute, type RouteRows } from '@gatehouse/access';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { Construct } from 'constructs';

import type { Environment } from '../environment';
import type { ApiFunction } from '../function/api-function';
import { RoutePermissions } from '../function/route-permissions';
import { InfraError } from '../infra-error';
import { pathName, routeName, type Names } from '../names';
import { ApiPaths } from './api-paths';
import type { CorsOrigins } from './cors';
import { Deployment } from './deployment';
import { GatewayResponses } from './gateway-responses';
import { Preflight } from './preflight';
import { RouteMethod } from './route-method';
import { Stage } from './stage';
import { UsagePlan } from './usage-plan';

export interface ApiProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly routes: RouteRows;
  readonly apiFunction: ApiFunction;
  readonly corsOrigins: CorsOrigins;
}

/** The REST API: one method for each row of the route table, and all that surrounds them. */
export class Api extends Construct {
  /** As CloudWatch names it in its dimensions. */
  readonly name: string;
  readonly stage: Stage;
  /** Origin and stage, without a slash at the end. */
  readonly url: string;
  readonly keyValue: string;
  private readonly restApi: ApiGatewayRestApi;
  private readonly paths: ApiPaths;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ApiProps,
  ) {
    super(scope, id);
    const { environment, names, corsOrigins } = props;
    this.restApi = this.makeRestApi();
    const { restApi } = this;
    this.paths = new ApiPaths(this, 'Paths', { restApi });
    const routes = Object.keys(props.routes).map(toRoute);

    const methods = routes.map((route) => this.makeMethod(route));
    const preflights = this.makePreflights(routes);
    const errors = new GatewayResponses(this, 'Errors', { restApi, corsOrigins });
    const answering = [...methods, ...preflights, errors].flatMap(({ resources }) => resources);
    const live = [...this.paths.resources, ...answering];
    const deployment = new Deployment(this, 'Deployment', { restApi, live });
    this.stage = new Stage(this, 'Stage', { environment, names, restApi, deployment });
    const plan = new UsagePlan(this, 'Plan', { environment, names, restApi, stage: this.stage });
    this.permitRoutes();

    this.name = restApi.name;
    this.url = this.stage.invokeUrl;
    this.keyValue = plan.keyValue;
  }

  /** The ARN of a route's method, as policies name it; parameters become `*`. */
  methodArn(key: string): string {
    return `${this.stageArn()}/${arnPattern(toRoute(key))}`;
  }

  /** The stage by its name and not by reference: roles and permissions must not wait for it. */
  private stageArn(): string {
    return `${this.restApi.executionArn}/${this.props.environment.name}`;
  }

  private makeRestApi(): ApiGatewayRestApi {
    const restApi = new ApiGatewayRestApi(this, 'Resource', {
      name: this.props.names.of('api'),
      description: 'Calls are signed with the credentials of a role',
      endpointConfiguration: { types: ['REGIONAL'] },
      apiKeySource: 'HEADER',
    });
    // Its id is part of the address that clients call.
    restApi.overrideLogicalId('api');
    return restApi;
  }

  private makeMethod(route: ParsedRoute): RouteMethod {
    const row = this.props.routes[route.key];
    if (row === undefined) throw new InfraError(`There is no route "${route.key}".`);
    return new RouteMethod(this, routeName(route.key), {
      restApi: this.restApi,
      resourceId: this.paths.resourceId(route.segments),
      route,
      row,
      apiFunction: this.props.apiFunction,
    });
  }

  /** One for each path, whatever may be called there. */
  private makePreflights(routes: readonly ParsedRoute[]): readonly Preflight[] {
    const paths = new Map(routes.map((route) => [route.path, route]));
    return [...paths.values()].map(
      ({ path, segments }) =>
        new Preflight(this, `Options${pathName(path)}`, {
          restApi: this.restApi,
          resourceId: this.paths.resourceId(segments),
          methods: routes.filter((route) => route.path === path).map(({ method }) => method),
          corsOrigins: this.props.corsOrigins,
        }),
    );
  }

  private permitRoutes(): void {
    const keys = Object.keys(this.props.routes);
    new RoutePermissions(this, 'Permissions', {
      apiFunction: this.props.apiFunction,
      methodArns: new Map(keys.map((key) => [routeName(key), this.methodArn(key)])),
      stageArn: this.stageArn(),
    });
  }
}

function toRoute(key: string): ParsedRoute {
  const route = parseRouteKey(key);
  if (typeof route === 'string') throw new InfraError(`Route "${key}": ${route}.`);
  return route;
}
