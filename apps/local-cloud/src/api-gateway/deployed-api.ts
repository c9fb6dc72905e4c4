import type { RestApi, Stage } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import { createAuthorize, type Authorize } from './authorization/authorize';
import { deployMethod, type DeployedMethod } from './deployed-method';
import type { ExecuteApiServices } from './execute-api-services';
import { compileGatewayResponses, type RenderFailure } from './failures/gateway-responses';
import { createRouteTable, type RouteTable } from './routing/route-table';
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

/** @throws BootError for several APIs, and for whatever of the one is not emulated */
export function deployApi(services: ExecuteApiServices): DeployedApi | undefined {
  const { model } = services;
  const [api, ...others] = model.restApis;
  if (api === undefined) return undefined;
  assertEmulated(api, others);
  const methods = api.methods.map((method) => deployMethod(services, api, method));
  warnOfKeylessStages(services, api, methods);
  return {
    api,
    stages: new Map(
      api.stages.map((stage) => [
        stage.name,
        { stage, apiKeys: createApiKeyRing(model, api.id, stage.name) },
      ]),
    ),
    routes: createRouteTable(methods.map((target) => ({ ...target.method, target }))),
    authorize: createAuthorize(model, api),
    render: compileGatewayResponses(api),
  };
}

function assertEmulated(api: RestApi, others: readonly RestApi[]): void {
  if (others.length > 0) {
    throw new BootError(
      'ERR_API_GATEWAY_SEVERAL_APIS',
      `The stack has ${others.length + 1} REST APIs (${[api, ...others].map(({ address }) => address).join(', ')}); the local cloud plays one on its execute-api port (apps/local-cloud/src/api-gateway/deployed-api.ts).`,
    );
  }
  if (api.apiKeySource !== 'HEADER') {
    throw new BootError(
      'ERR_API_GATEWAY_KEY_SOURCE',
      `${api.address} takes API keys from an ${api.apiKeySource.toLowerCase()}, which is not emulated: use api_key_source = "HEADER".`,
    );
  }
}

/** Legal on AWS, and a riddle for whoever meets it: no key can ever be good for such a stage. */
function warnOfKeylessStages(
  { model, log }: ExecuteApiServices,
  api: RestApi,
  methods: readonly DeployedMethod[],
): void {
  if (!methods.some(({ needsApiKey }) => needsApiKey)) return;
  const planned = model.usagePlans.flatMap(({ apiStages }) => apiStages);
  for (const { name } of api.stages) {
    if (planned.some(({ apiId, stage }) => apiId === api.id && stage === name)) continue;
    log(
      `execute-api  stage ${name} is in no usage plan: its methods that require an API key answer 403 Forbidden to every key`,
    );
  }
}
