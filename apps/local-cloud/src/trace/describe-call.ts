import { describeDecision } from '@gatehouse/iam';

import type { CallNotes, CallStep } from './call-notes';
import { nameOfCaller, sentence } from './sentence';
import {
  tellPolicy,
  tellRole,
  tellRoute,
  tellSession,
  tellSignature,
  tellTrust,
} from './tell-access';
import { heldWords, tellLaboratory } from './tell-laboratory';
import { milliseconds, tellFunction, tellKey, tellQuota, tellThrottle } from './tell-usage';
import type { Told } from './told';
import { CALL_STEPS, type Trace, type TraceStep } from './trace';

const TELL = {
  laboratory: tellLaboratory,
  request: tellRequest,
  route: tellRoute,
  signature: tellSignature,
  session: tellSession,
  role: tellRole,
  trust: tellTrust,
  policy: tellPolicy,
  key: tellKey,
  throttle: tellThrottle,
  quota: tellQuota,
  validation: tellValidation,
  function: tellFunction,
} as const satisfies { readonly [Name in CallStep]: (notes: CallNotes) => Told<Name> };

/** What the gateway can read needs no word. */
function tellRequest(): Told<'request'> {
  return { isNeeded: false, detail: 'The gateway can read it.' };
}

function tellValidation({ method }: CallNotes): Told<'validation'> {
  if (method?.validation === undefined)
    return { isNeeded: false, detail: 'The method validates nothing.' };
  const { validator } = method.validation;
  return { detail: `The validator ${validator} found nothing wrong.`, facts: { validator } };
}

/** Puts what was noted of a call into words. */
export function describeCall(notes: CallNotes, seq: number): Trace {
  const { request, api, stage, refusal, status, durationMs } = notes;
  return {
    seq,
    requestId: request.requestId,
    atMs: request.receivedAtMs,
    service: 'execute-api',
    api: api.name,
    ...(stage && { stage: stage.name }),
    method: request.method,
    path: pathOf(request),
    status,
    ...(refusal && { errorType: refusal.errorType }),
    durationMs,
    steps: CALL_STEPS.filter((name) => hasPart(name, notes)).map((name) => tellStep(name, notes)),
    summary: summarize(notes),
  };
}

/** Most requests come unharmed and readable: these steps are shown of the others only. */
function hasPart(name: CallStep, { refusal, request }: CallNotes): boolean {
  if (name === 'laboratory') return request.laboratory !== undefined || refusal?.step === name;
  return name !== 'request' || refusal?.step === name;
}

function tellStep(name: CallStep, notes: CallNotes): TraceStep {
  const { refusal } = notes;
  const at = CALL_STEPS.indexOf(name);
  const refusedAt = refusal === undefined ? CALL_STEPS.length : CALL_STEPS.indexOf(refusal.step);
  if (refusal?.step === 'session' && name === 'signature')
    return step(name, 'not reached', 'It was not compared: the session it names was refused.');
  const told: Told<CallStep> = TELL[name](notes);
  if (at > refusedAt) return unreached(name, notes, told);
  if (refusal !== undefined && at === refusedAt)
    return step(name, 'refused', sentence(refusal.because), told.facts);
  // A path that leads to no method, refused for its signature all the same.
  if (name === 'route' && notes.method === undefined)
    return step(
      name,
      'refused',
      'There is no such method; nobody may learn that without a right signature.',
    );
  return step(name, told.isNeeded === false ? 'not needed' : 'passed', told.detail, told.facts);
}

/** The role of an expired session is known all the same. */
function unreached(name: CallStep, { caller }: CallNotes, { facts }: Told<CallStep>): TraceStep {
  const detail = 'The request was refused before this.';
  return name === 'role' && caller !== undefined
    ? step(name, 'not reached', `${detail} The session had role ${caller.role.name}.`, facts)
    : step(name, 'not reached', detail);
}

/** The name and the facts come from one line of `TELL`. */
function step(
  name: CallStep,
  outcome: TraceStep['outcome'],
  detail: string,
  facts?: Told<CallStep>['facts'],
): TraceStep {
  return { name, outcome, detail, ...(facts && { facts }) } as TraceStep;
}

/** Of the query its names only: a presigned one holds a signature and a token. */
function pathOf({ rawPath, rawQuery }: CallNotes['request']): string {
  if (rawQuery === '') return rawPath;
  const names = rawQuery.split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return value.length > 0 ? `${name}=…` : name;
  });
  return `${rawPath}?${names.join('&')}`;
}

function summarize(notes: CallNotes): string {
  const { caller, request, refusal, status } = notes;
  const isLookedAt = refusal?.step !== 'laboratory' && refusal?.step !== 'request';
  const who =
    caller === undefined
      ? `somebody${isLookedAt ? ' without a session' : ''}`
      : `${nameOfCaller(caller)} (role ${caller.role.name})`;
  const asked = `${who} called ${request.method} ${request.rawPath}`;
  const took = `${milliseconds(notes.durationMs)}${heldWords(request.laboratory)}`;
  if (refusal === undefined) {
    const why = notes.decided && describeDecision(notes.decided.decision);
    return sentence(
      `${asked} and got ${status} in ${took}: ${why === undefined ? 'it is open to anyone' : `${why} it`}`,
    );
  }
  const { errorType, because } = refusal;
  return sentence(`${asked} and was refused with ${status} ${errorType} after ${took}: ${because}`);
}
