import type { LaboratoryMark } from '../http/message';
import type { OperationNotes } from './operation-notes';
import { nameOfCaller, sentence } from './sentence';
import { heldWords, tellLaboratory } from './tell-laboratory';
import {
  tellAsked,
  tellIdentity,
  tellLogin,
  tellRole,
  tellSession,
  tellSignature,
  tellToken,
  tellTrust,
  whereAsked,
} from './tell-operation';
import { milliseconds } from './tell-usage';
import type { Told } from './told';
import { stepsOfOperation, type OperationStep, type Trace, type TraceStep } from './trace';

/** How the request ended. */
export interface OperationEnd extends Pick<
  Trace,
  'service' | 'requestId' | 'atMs' | 'status' | 'durationMs'
> {
  /** Absent: it names none that there is. */
  readonly operation?: string;
  readonly laboratory?: LaboratoryMark;
  /** What came of it, as the log says it. */
  readonly decision?: string;
  /** Why nothing did: AWS's error, and our reason. */
  readonly refusal?: { readonly errorType: string; readonly because: string };
}

/** Puts into words what a request to Cognito or STS came to. */
export function describeOperation(notes: OperationNotes, end: OperationEnd, seq: number): Trace {
  const { refusal, service, requestId, atMs, operation, status, durationMs } = end;
  return {
    seq,
    requestId,
    atMs,
    service,
    ...(operation !== undefined && { operation }),
    method: 'POST',
    path: '/',
    status,
    ...(refusal && { errorType: refusal.errorType }),
    durationMs,
    steps: tellSteps(notes, end),
    summary: summarize(notes, end),
  };
}

const TELL = {
  login: tellLogin,
  identity: tellIdentity,
  token: tellToken,
  signature: tellSignature,
  session: tellSession,
  role: tellRole,
  trust: tellTrust,
  operation: tellAsked,
} as const satisfies {
  readonly [Name in OperationStep]: (notes: OperationNotes) => Told<Name> | undefined;
};

/** The first step of which nothing good was noted is the one that refused, unless another is named. */
function tellSteps(notes: OperationNotes, end: OperationEnd): readonly TraceStep[] {
  const { operation, refusal, laboratory } = end;
  const names = stepsOfOperation(operation);
  const isOrdered = notes.refusedAt === 'laboratory';
  const refusedAt =
    refusal && !isOrdered
      ? (names.find((name) => name === notes.refusedAt) ??
        names.find((name) => !hasPassed(name, notes)))
      : undefined;
  const steps = names.map((name): TraceStep => {
    const told: Told<OperationStep> | undefined = TELL[name](notes);
    const facts = told?.facts;
    if (refusal !== undefined && name === refusedAt)
      return step(name, 'refused', sentence(refusal.because), facts);
    if (name === 'signature' && refusedAt === 'session')
      return step(name, 'not reached', 'It was not compared: the session it names was refused.');
    const isReached =
      told !== undefined && (refusal === undefined || (!isOrdered && hasPassed(name, notes)));
    return isReached
      ? step(name, told.isNeeded === false ? 'not needed' : 'passed', told.detail, facts)
      : step(name, 'not reached', 'The request was refused before this.', facts);
  });
  if (refusal !== undefined && isOrdered)
    return [step('laboratory', 'refused', sentence(refusal.because)), ...steps];
  if (laboratory === undefined) return steps;
  const { detail, facts } = tellLaboratory({ request: { laboratory } });
  return [step('laboratory', 'passed', detail, facts), ...steps];
}

function hasPassed(name: OperationStep, notes: OperationNotes): boolean {
  const isSigned = notes.claim !== undefined;
  switch (name) {
    case 'login':
      return notes.isLoginGood === true;
    case 'identity':
      return notes.identity !== undefined;
    case 'token':
      return notes.token !== undefined;
    case 'signature':
      return isSigned;
    case 'session':
      return isSigned || notes.issued !== undefined;
    case 'role':
      return isSigned || notes.role !== undefined;
    case 'trust':
      return isSigned || notes.trust?.effect === 'allow';
    case 'operation':
      return false;
  }
}

/** The name and the facts come from one line of `TELL`, or are the laboratory's. */
function step(
  name: TraceStep['name'],
  outcome: TraceStep['outcome'],
  detail: string,
  facts?: object,
): TraceStep {
  return { name, outcome, detail, ...(facts && { facts }) } as TraceStep;
}

function summarize(notes: OperationNotes, end: OperationEnd): string {
  const { status, durationMs, laboratory, refusal, decision } = end;
  const asked = askedWords(notes, end);
  const took = `${milliseconds(durationMs)}${heldWords(laboratory)}`;
  if (refusal !== undefined)
    return sentence(
      `${asked} and was refused with ${status} ${refusal.errorType} after ${took}: ${refusal.because}`,
    );
  const { choice, issued } = notes;
  return sentence(
    issued !== undefined && choice?.kind === 'role'
      ? `${asked} and got role ${issued.role.name} in ${took}: ${choice.detail}`
      : `${asked} and was answered in ${took}: ${decision ?? ''}`,
  );
}

const ASKED: Readonly<Record<string, string>> = {
  GetCredentialsForIdentity: 'asked the identity pool for credentials',
  GetId: 'asked the identity pool for their identity',
  GetOpenIdToken: 'asked the identity pool for a token',
  UnlinkIdentity: 'asked the identity pool to forget logins',
  AssumeRoleWithWebIdentity: 'asked STS for a role',
  GetCallerIdentity: 'asked STS whose signature theirs is',
};

function askedWords(notes: OperationNotes, { service, operation }: OperationEnd): string {
  const who = nameOfAsker(notes);
  const asked = operation === undefined ? undefined : ASKED[operation];
  if (asked !== undefined) return `${who} ${asked} (${operation ?? ''})`;
  const where = service === 'cognito-idp' && notes.asked ? ` ${whereAsked(notes.asked)}` : '';
  return `${who} called ${operation ?? `something that ${service} does not have`}${where}`;
}

/** Of a user pool, the name that was given: whether it is theirs is what the outcome says. */
function nameOfAsker({ caller, token, login, isLoginGood, asked }: OperationNotes): string {
  if (caller !== undefined) return `${nameOfCaller(caller)} (role ${caller.role.name})`;
  if (login !== undefined) return nameOfCaller(login);
  if (isLoginGood === true) return 'a guest';
  if (token !== undefined) return `identity ${token.sub}`;
  return asked?.username === undefined ? 'somebody' : nameOfCaller({ username: asked.username });
}
