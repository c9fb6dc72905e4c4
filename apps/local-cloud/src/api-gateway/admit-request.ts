import type { Clock } from '../clock';
import type { TemporaryCredentials } from '../cognito-identity/credentials';
import { noteRefusal, type CallNotes, type CallStep } from '../trace/call-notes';
import type { Authenticate } from './authorization/authenticate';
import { describeCaller } from './authorization/describe-caller';
import type { DeployedApi, DeployedStage } from './deployed-api';
import type { DeployedMethod } from './deployed-method';
import type { AdmittedExchange, RoutedExchange } from './exchange';
import type { GatewayFailure } from './failures/gateway-failure';
import { firstHeader } from '../http/request-headers';
import type { KeyInPlan } from './usage/api-key-ring';
import type { UsageLimits } from './usage/usage-limits';

/** What decides whether a request that has found its method is admitted. */
export interface Admitting {
  readonly clock: Clock;
  readonly deployed: DeployedApi;
  readonly authenticate: Authenticate;
  readonly limits: UsageLimits;
}

/** Admitted with the reason for the log, or refused. */
export type Admission =
  | { readonly kind: 'admitted'; readonly exchange: AdmittedExchange; readonly because: string }
  | Refused;

interface Refused {
  readonly kind: 'refused';
  readonly failure: GatewayFailure;
}

/** Signature, session, policies, API key, limits: in AWS's order. What each came to is noted, for whoever asks why. */
export function admitRequest(
  gateway: Admitting,
  routed: RoutedExchange,
  target: DeployedMethod,
  stage: DeployedStage,
  notes: CallNotes,
): Admission {
  const nowMs = gateway.clock.now();
  const authentication = target.isSigned ? gateway.authenticate(routed, nowMs) : undefined;
  if (authentication?.kind === 'refused')
    return { kind: 'refused', failure: noteStranger(notes, authentication) };
  const caller = authentication?.caller;
  if (authentication !== undefined) noteCaller(notes, authentication);
  const authorization = gateway.deployed.authorize(routed, caller);
  if (authorization.decided !== undefined) notes.decided = authorization.decided;
  if (authorization.kind === 'refused') return refused(notes, 'policy', authorization.failure);
  const key = target.needsApiKey
    ? stage.apiKeys(firstHeader(routed.headers, 'x-api-key'))
    : undefined;
  if (key?.kind === 'refused') return refused(notes, 'key', key.failure);
  const overLimit = checkUsage(gateway, routed, key?.inPlan, nowMs, notes);
  if (overLimit !== undefined) return overLimit;
  const invalid = target.check?.(routed);
  if (invalid !== undefined) return refused(notes, 'validation', invalid);
  return {
    kind: 'admitted',
    exchange: {
      ...routed,
      ...(caller && { caller }),
      ...(key && { apiKey: key.inPlan.key }),
    },
    because: describeAdmission(caller, routed, authorization.because),
  };
}

function checkUsage(
  { limits }: Admitting,
  { stage, method: { httpMethod, resourcePath } }: RoutedExchange,
  inPlan: KeyInPlan | undefined,
  nowMs: number,
  notes: CallNotes,
): Refused | undefined {
  const counted = { stage, httpMethod, resourcePath, ...(inPlan && { inPlan }) };
  const { seen, refusal } = limits(counted, nowMs);
  notes.limits = seen;
  if (inPlan !== undefined) notes.inPlan = inPlan;
  if (refusal === undefined) return undefined;
  return refused(notes, refusal.responseType === 'QUOTA_EXCEEDED' ? 'quota' : 'throttle', refusal);
}

function noteCaller(
  notes: CallNotes,
  { caller, claim }: Extract<ReturnType<Authenticate>, { kind: 'authenticated' }>,
): void {
  notes.caller = caller;
  // Not the claim as it is: it holds the token.
  notes.claim = { placement: claim.placement, signedHeaders: claim.signedHeaders };
}

function refused(notes: CallNotes, step: CallStep, failure: GatewayFailure): Refused {
  return { kind: 'refused', failure: noteRefusal(notes, step, failure) };
}

/** @returns why it is not known who calls; an expired session is noted with it, so that it can be named */
export function noteStranger(
  notes: CallNotes,
  { failure, expired }: Extract<ReturnType<Authenticate>, { kind: 'refused' }>,
): GatewayFailure {
  if (expired !== undefined) notes.caller = expired;
  return noteRefusal(notes, signatureStep(failure), failure);
}

/** An unknown or expired session is refused before its signature could be compared. */
function signatureStep({ errorType }: GatewayFailure): CallStep {
  const aboutSession = ['UnrecognizedClientException', 'ExpiredTokenException'];
  return aboutSession.includes(errorType) ? 'session' : 'signature';
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
