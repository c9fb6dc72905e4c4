import { createRouteTable, type RestApi, type RouteTable, type Stage } from '@gatehouse/auth-model';

import { createAuthorize, type Authorize } from './authorization/authorize';
import { deployMethod, type DeployedMethod } from './deployed-method';
import type { ExecuteApiServices } from './execute-api-services';
import { compileGatewayResponses, type RenderFailure } from './failures/gateway-responses';
import { createBodySchemas } from './validation/body-schema';
import { createApiKeyRing, type ApiKeyRing } from './usage/api-key-ring';

/** A REST API with all that can be worked out before the first request. */
export interface DeployedApi {
  readonly api: RestApi;
  readonly stages: ReadonlyMap<string, DeployedStage>;
  readonly routes: RouteTable<DeployedMethod>;
  readonly authorize: Authorize;
  readonly render: RenderFailure;
}

export interface DeployedStage {
  readonly stage: Stage;
  readonly apiKeys: ApiKeyRing;
}

/** @throws BootError for whatever of the API is not emulated */
export function deployApi(services: ExecuteApiServices, api: RestApi): DeployedApi {
  const { model } = services;
  const schemas = createBodySchemas(api);
  const methods = api.methods.map((method) => deployMethod(services, api, method, schemas));
  warnOfKeylessStages(services, api, methods);
  return {
    api,
    stages: new Map(
      api.stages.map((stage) => [
        stage.name,
        { stage, apiKeys: createApiKeyRing(model, api, stage.name) },
      ]),
    ),
    routes: createRouteTable(methods.map((target) => ({ ...target.method, target }))),
    authorize: createAuthorize(model, api),
    render: compileGatewayResponses(api),
  };
}

/** Legal on AWS, and a riddle for whoever meets it: no key can ever be good for such a stage. */
function warnOfKeylessStages(
  { model, log }: ExecuteApiServices,
  api: RestApi,
  methods: readonly DeployedMethod[],
): void {
  if (!methods.some(({ needsApiKey }) => needsApiKey)) return;
  if (api.apiKeySource === 'AUTHORIZER') {
    log(
      `execute-api  ${api.name} takes API keys from authorizers (api_key_source), and none of its methods has one: those that require an API key answer 403 Forbidden to everybody`,
    );
    return;
  }
  const planned = model.usagePlans.flatMap(({ apiStages }) => apiStages);
  for (const { name } of api.stages) {
    if (planned.some(({ apiId, stage }) => apiId === api.id && stage === name)) continue;
    log(
      `execute-api  stage ${name} of ${api.name} is in no usage plan: its methods that require an API key answer 403 Forbidden to every key`,
    );
  }
}
