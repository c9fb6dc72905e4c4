import type { Clock } from '../clock';
import type { HttpRequest, HttpResponse, Service } from '../http/message';
import { answerRequest, failRequest, type Gateway } from './answer-request';
import { createAuthenticate } from './authorization/authenticate';
import { deployApi } from './deployed-api';
import type { ExecuteApiServices } from './execute-api-services';
import { failure } from './failures/gateway-failure';
import { renderDefault } from './failures/gateway-responses';
import { refuseTransport } from './refuse-transport';
import { createRequestIds } from './request-ids';
import { QUOTA_WINDOW } from './usage/quota-window';
import { createUsageLedger } from './usage/usage-ledger';
import { createUsageLimits } from './usage/usage-limits';

/**
 * The `execute-api` data plane, a service for each REST API of the model: routing, signature, session, policies, API key, usage
 * plan, integration, and AWS's own answers where one of them says no. What is counted for the account or a plan is counted for all.
 * @returns by the address of the API
 * @throws BootError when an API has something that is not emulated
 */
export function createExecuteApis(services: ExecuteApiServices): ReadonlyMap<string, Service> {
  const { clock, model } = services;
  const shared = {
    clock,
    authenticate: createAuthenticate(services),
    traces: services.traces,
    limits: createUsageLimits({
      region: model.region,
      ledger: services.usage ?? createUsageLedger(),
      quotaWindow: services.quotaWindow ?? QUOTA_WINDOW,
      sinceMs: clock.now(),
      ...(services.accountRate !== undefined && { accountRate: services.accountRate }),
    }),
  };
  return new Map(
    model.restApis.map((api) => {
      const gateway: Gateway = { ...shared, deployed: deployApi(services, api) };
      return [
        api.address,
        {
          ...serve(clock, (request) => answerRequest(gateway, request)),
          fail: (fault, request) => failRequest(gateway, fault, request),
        },
      ];
    }),
  );
}

/** What answers where an API would, of a stack that has none. */
export function createNoExecuteApi(clock: Clock): Service {
  return serve(clock, (request) => Promise.resolve(noApi(request)));
}

function serve(clock: Clock, handle: Service['handle']): Service {
  return {
    name: 'execute-api',
    handle,
    refuse: (refusal, requestId) => refuseTransport(refusal, requestId, clock.now()),
  };
}

function noApi({ requestId, receivedAtMs }: HttpRequest): HttpResponse {
  const ids = createRequestIds(requestId, receivedAtMs);
  return renderDefault(failure('forbiddenStage', 'the stack has no REST API'), { ids });
}
