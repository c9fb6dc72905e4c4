import type { Clock } from '../clock';
import type { TemporaryCredentials } from '../cognito-identity/credentials';
import type { HttpRequest, HttpResponse } from '../http/message';
import type { Authenticate } from './authorization/authenticate';
import { describeCaller } from './authorization/describe-caller';
import type { DeployedApi, DeployedStage } from './deployed-api';
import type { DeployedMethod } from './deployed-method';
import type { AdmittedExchange, Exchange, RoutedExchange } from './exchange';
import { failure, type GatewayFailure } from './failures/gateway-failure';
import { renderDefault } from './failures/gateway-responses';
import { firstHeader, indexHeaders } from './request-headers';
import { createRequestIds } from './request-ids';
import { checkEmulated, checkLimits, checkTarget } from './request-limits';
import { splitStagePath, type StagePath } from './routing/stage-path';
import type { UsageLimits } from './usage/usage-limits';

export interface Gateway {
  readonly clock: Clock;
  readonly deployed: DeployedApi;
  readonly authenticate: Authenticate;
  readonly limits: UsageLimits;
}

/** Admitted with the reason for the log, or refused. */
type Admission =
  | { readonly kind: 'admitted'; readonly exchange: AdmittedExchange; readonly because: string }
  | { readonly kind: 'refused'; readonly failure: GatewayFailure };

/** The way of one request through the gateway, in AWS's order; the first step that says no answers. */
export async function answerRequest(gateway: Gateway, request: HttpRequest): Promise<HttpResponse> {
  const { deployed } = gateway;
  const exchange = openExchange(request);
  const unfit =
    checkLimits(request, exchange.headers, deployed.api) ??
    checkTarget(request) ??
    checkEmulated(exchange.headers);
  if (unfit !== undefined) return renderDefault(unfit, exchange);
  const place = splitStagePath(request.rawPath);
  const stage = place && deployed.stages.get(place.stage);
  if (place === undefined || stage === undefined)
    return renderDefault(failure('forbiddenStage', 'there is no such stage'), exchange);
  const match = deployed.routes(place.path, request.method);
  if (match === undefined) return answerUnknownRoute(gateway, exchange, place);
  const { target, pathParameters } = match;
  const routed = { ...exchange, place, stage: stage.stage, method: target.method, pathParameters };
  const admission = admit(gateway, routed, target, stage);
  if (admission.kind === 'refused') return deployed.render(admission.failure, exchange);
  const outcome = await target.integration(admission.exchange, admission.because);
  return outcome.kind === 'answered'
    ? outcome.response
    : deployed.render(outcome.failure, exchange);
}

function openExchange(request: HttpRequest): Exchange {
  return {
    request,
    headers: indexHeaders(request.rawHeaders),
    ids: createRequestIds(request.requestId, request.receivedAtMs),
  };
}

/**
 * Nobody may learn more of an unknown path than of a known one: a signature is checked first, and a bad one is refused in front of
 * the API, without its gateway responses.
 */
function answerUnknownRoute(gateway: Gateway, exchange: Exchange, place: StagePath): HttpResponse {
  const { request } = exchange;
  const authentication = gateway.authenticate(exchange, gateway.clock.now());
  if (authentication.kind === 'refused') {
    const { failure: refusal } = authentication;
    if (refusal.responseType !== 'MISSING_AUTHENTICATION_TOKEN')
      return renderDefault(refusal, exchange);
  }
  const because = `no method ${request.method} on ${place.path}`;
  return gateway.deployed.render(failure('missingToken', because), exchange);
}

function admit(
  gateway: Gateway,
  routed: RoutedExchange,
  target: DeployedMethod,
  stage: DeployedStage,
): Admission {
  const nowMs = gateway.clock.now();
  const authentication = target.isSigned ? gateway.authenticate(routed, nowMs) : undefined;
  if (authentication?.kind === 'refused') return authentication;
  const caller = authentication?.caller;
  const authorization = gateway.deployed.authorize(routed, caller);
  if (authorization.kind === 'refused') return authorization;
  const key = target.needsApiKey
    ? stage.apiKeys(firstHeader(routed.headers, 'x-api-key'))
    : undefined;
  if (key?.kind === 'refused') return key;
  const { method } = routed;
  const inPlan = key?.inPlan;
  const counted = { ...method, stage: routed.stage, ...(inPlan && { inPlan }) };
  const limited = gateway.limits(counted, nowMs);
  if (limited !== undefined) return { kind: 'refused', failure: limited };
  return {
    kind: 'admitted',
    exchange: {
      ...routed,
      ...(caller && { caller }),
      ...(inPlan && { apiKey: inPlan.key }),
    },
    because: describeAdmission(caller, routed, authorization.because),
  };
}

/** `gatehouse-dev-admin (preferred role) may GET /vip: statement CallGetVip of …`. */
function describeAdmission(
  caller: TemporaryCredentials | undefined,
  { request, place }: RoutedExchange,
  because: string | undefined,
): string {
  const who = caller === undefined ? 'anyone' : describeCaller(caller);
  return `${who} may ${request.method} ${place.path}${because === undefined ? '' : `: ${because}`}`;
}
