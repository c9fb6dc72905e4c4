import type { HttpRequest, HttpResponse, Service } from '../http/message';
import { answerRequest, type Gateway } from './answer-request';
import { createAuthenticate } from './authorization/authenticate';
import { deployApi } from './deployed-api';
import type { ExecuteApiServices } from './execute-api-services';
import { failure } from './failures/gateway-failure';
import { renderDefault } from './failures/gateway-responses';
import { refuseTransport } from './refuse-transport';
import { createRequestIds } from './request-ids';
import { createUsageLedger } from './usage/usage-ledger';
import { createUsageLimits } from './usage/usage-limits';

/**
 * The `execute-api` data plane of one REST API: routing, signature, session, policies, API key, usage plan, integration, and
 * AWS's own answers where one of them says no.
 * @throws BootError when the API has something that is not emulated
 */
export function createExecuteApi(services: ExecuteApiServices): Service {
  const { clock, model } = services;
  const deployed = deployApi(services);
  const gateway: Gateway | undefined = deployed && {
    clock,
    deployed,
    authenticate: createAuthenticate(services),
    limits: createUsageLimits({
      region: model.region,
      ledger: services.usage ?? createUsageLedger(),
      quotaWindow: services.quotaWindow ?? 'rolling',
      sinceMs: clock.now(),
      ...(services.accountRate !== undefined && { accountRate: services.accountRate }),
    }),
  };
  return {
    name: 'execute-api',
    handle: (request) =>
      gateway === undefined ? Promise.resolve(noApi(request)) : answerRequest(gateway, request),
    refuse: (refusal, requestId) => refuseTransport(refusal, requestId, clock.now()),
  };
}

function noApi({ requestId, receivedAtMs }: HttpRequest): HttpResponse {
  const ids = createRequestIds(requestId, receivedAtMs);
  return renderDefault(failure('forbiddenStage', 'the stack has no REST API'), { ids });
}
