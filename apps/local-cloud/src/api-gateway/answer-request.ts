import type { HttpRequest, HttpResponse, OrderedFault } from '../http/message';
import { noteRefusal, openNotes, type CallNotes } from '../trace/call-notes';
import { describeCall } from '../trace/describe-call';
import { orderedBecause } from '../trace/tell-laboratory';
import type { TraceRecorder } from '../trace/trace-ring';
import { admitRequest, noteStranger, type Admitting } from './admit-request';
import type { Exchange } from './exchange';
import { failure } from './failures/gateway-failure';
import { renderDefault } from './failures/gateway-responses';
import { indexHeaders } from '../http/request-headers';
import { createRequestIds } from './request-ids';
import { checkEmulated, checkLimits, checkTarget } from './request-limits';
import { splitStagePath, type StagePath } from './routing/stage-path';

export interface Gateway extends Admitting {
  /** Where each call leaves how it was decided. */
  readonly traces: TraceRecorder;
}

/** Answers one request and remembers why. What is our own fault leaves no trace but its line in the log. */
export async function answerRequest(gateway: Gateway, request: HttpRequest): Promise<HttpResponse> {
  const notes = openNotes(request, gateway.deployed.api);
  const response = await answer(gateway, request, notes);
  notes.status = response.status;
  notes.durationMs = performance.now() - notes.startedAt;
  gateway.traces.record(request.requestId, ({ seq }) => describeCall(notes, seq));
  return response;
}

/** What the gateway says to a request that it is made to fail: with its gateway responses, as where it fails by itself. */
export function failRequest(
  gateway: Gateway,
  fault: OrderedFault,
  request: HttpRequest,
): HttpResponse {
  const { deployed, traces } = gateway;
  const notes = openNotes(request, deployed.api);
  const { status } = failure(fault === 'throttled' ? fault : 'internal', '');
  const ordered = failure(fault === 'throttled' ? fault : 'internal', orderedBecause(status));
  const response = deployed.render(
    noteRefusal(notes, 'laboratory', ordered),
    openExchange(request),
  );
  notes.status = response.status;
  notes.durationMs = performance.now() - notes.startedAt;
  traces.record(request.requestId, ({ seq }) => describeCall(notes, seq));
  return response;
}

/** The way of one request through the gateway, in AWS's order; the first step that says no answers. */
async function answer(
  gateway: Gateway,
  request: HttpRequest,
  notes: CallNotes,
): Promise<HttpResponse> {
  const { deployed } = gateway;
  const exchange = openExchange(request);
  const unfit =
    checkLimits(request, exchange.headers, deployed.api) ??
    checkTarget(request) ??
    checkEmulated(exchange.headers);
  if (unfit !== undefined) return renderDefault(noteRefusal(notes, 'request', unfit), exchange);
  const place = splitStagePath(request.rawPath);
  const stage = place && deployed.stages.get(place.stage);
  if (place === undefined || stage === undefined) {
    const noStage = failure('forbiddenStage', 'there is no such stage');
    return renderDefault(noteRefusal(notes, 'route', noStage), exchange);
  }
  notes.stage = stage.stage;
  const match = deployed.routes(place.path, request.method);
  if (match === undefined) return answerUnknownRoute(gateway, exchange, place, notes);
  const { target, pathParameters } = match;
  notes.method = target.method;
  notes.pathParameters = pathParameters;
  const routed = { ...exchange, place, stage: stage.stage, method: target.method, pathParameters };
  const admission = admitRequest(gateway, routed, target, stage, notes);
  if (admission.kind === 'refused') return deployed.render(admission.failure, routed);
  const outcome = await target.integration(admission.exchange, admission.because);
  if (outcome.run !== undefined) notes.run = outcome.run;
  return outcome.kind === 'answered'
    ? outcome.response
    : deployed.render(noteRefusal(notes, 'function', outcome.failure), routed);
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
function answerUnknownRoute(
  gateway: Gateway,
  exchange: Exchange,
  place: StagePath,
  notes: CallNotes,
): HttpResponse {
  const { request } = exchange;
  const authentication = gateway.authenticate(exchange, gateway.clock.now());
  if (authentication.kind === 'refused') {
    const { failure: refusal } = authentication;
    if (refusal.responseType !== 'MISSING_AUTHENTICATION_TOKEN')
      return renderDefault(noteStranger(notes, authentication), exchange);
  }
  const noRoute = failure('missingToken', `no method ${request.method} on ${place.path}`);
  return gateway.deployed.render(noteRefusal(notes, 'route', noRoute), exchange);
}
