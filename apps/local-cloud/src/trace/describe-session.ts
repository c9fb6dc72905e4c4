import { describeDecision } from '@gatehouse/iam';

import { decisionFacts } from './decision-facts';
import { maskedKeyId, nameOfCaller, sentence } from './sentence';
import type { SessionNotes } from './session-notes';
import { milliseconds } from './tell-usage';
import type { Told } from './told';
import { SESSION_STEPS, type Trace, type TraceStep } from './trace';

type SessionStep = (typeof SESSION_STEPS)[number];

/** How the request ended. */
export interface SessionAnswer extends Pick<
  Trace,
  'requestId' | 'atMs' | 'operation' | 'status' | 'durationMs'
> {
  /** Why there are no credentials: AWS's error, and our reason. */
  readonly refusal?: { readonly errorType: string; readonly because: string };
}

/** Puts into words how a login became a session, or why it did not. */
export function describeSession(notes: SessionNotes, answer: SessionAnswer, seq: number): Trace {
  const { refusal, ...ended } = answer;
  return {
    seq,
    ...ended,
    service: 'cognito-identity',
    method: 'POST',
    path: '/',
    ...(refusal && { errorType: refusal.errorType }),
    steps: SESSION_STEPS.map((name) => tellStep(name, notes, refusal)),
    summary: summarize(notes, answer),
  };
}

const TELL = {
  login: tellLogin,
  role: tellRole,
  trust: tellTrust,
  session: tellSession,
} as const satisfies {
  readonly [Name in SessionStep]: (notes: SessionNotes) => Told<Name> | undefined;
};

/** The first step of which nothing good was noted is the one that refused. */
function tellStep(
  name: SessionStep,
  notes: SessionNotes,
  refusal: SessionAnswer['refusal'],
): TraceStep {
  const told: Told<SessionStep> | undefined = TELL[name](notes);
  const refusedAt = refusal && SESSION_STEPS.find((step) => !hasPassed(step, notes));
  const facts = told?.facts;
  if (refusal !== undefined && name === refusedAt)
    return step(name, 'refused', sentence(refusal.because), facts);
  if (told === undefined || !hasPassed(name, notes))
    return step(name, 'not reached', 'The request was refused before this.');
  return step(name, told.isNeeded === false ? 'not needed' : 'passed', told.detail, facts);
}

function hasPassed(name: SessionStep, notes: SessionNotes): boolean {
  switch (name) {
    case 'login':
      return notes.isLoginGood === true;
    case 'role':
      return notes.role !== undefined;
    case 'trust':
      return notes.trust?.effect === 'allow';
    case 'session':
      return notes.issued !== undefined;
  }
}

function step(
  name: SessionStep,
  outcome: TraceStep['outcome'],
  detail: string,
  facts?: Told<SessionStep>['facts'],
): TraceStep {
  return { name, outcome, detail, ...(facts && { facts }) } as TraceStep;
}

function tellLogin({ pool, login }: SessionNotes): Told<'login'> {
  const facts = pool && { identityPoolId: pool.id, ...login };
  if (login === undefined)
    return { isNeeded: false, detail: 'A guest: nobody has signed in.', ...(facts && { facts }) };
  const groups = login.groups.length === 0 ? 'in no group' : `groups: ${login.groups.join(', ')}`;
  return {
    detail: `The token of "${login.username}" is genuine and of this pool's ${login.provider} (${groups}).`,
    ...(facts && { facts }),
  };
}

function tellRole({ choice, role }: SessionNotes): Told<'role'> | undefined {
  if (choice?.kind !== 'role' || role === undefined) return undefined;
  return {
    detail: `The identity pool chooses role ${role.name}: ${choice.detail}.`,
    facts: { name: role.name, arn: role.arn, because: choice.because },
  };
}

function tellTrust({ role, trust }: SessionNotes): Told<'trust'> | undefined {
  if (role === undefined || trust === undefined) return undefined;
  return {
    detail: `The role's trust policy admits the session: ${describeDecision(trust)} it.`,
    facts: { role: role.name, ...decisionFacts(trust) },
  };
}

function tellSession({ issued }: SessionNotes): Told<'session'> | undefined {
  if (issued === undefined) return undefined;
  const { identityId, identityPoolId, authenticationType, username, expiresAtMs } = issued;
  const accessKeyId = maskedKeyId(issued.accessKeyId);
  return {
    detail: `A session of ${nameOfCaller(issued)} begins, with access key ${accessKeyId}, until ${new Date(expiresAtMs).toISOString()}.`,
    facts: {
      accessKeyId,
      identityId,
      identityPoolId,
      authenticationType,
      ...(username !== undefined && { username }),
      expiresAtMs,
    },
  };
}

function summarize(
  { login, role, choice }: SessionNotes,
  { operation, status, durationMs, refusal }: SessionAnswer,
): string {
  const who = nameOfCaller({ ...(login && { username: login.username }) });
  const asked = `${who} asked the identity pool for credentials (${operation ?? ''})`;
  const took = milliseconds(durationMs);
  if (refusal !== undefined)
    return sentence(
      `${asked} and was refused with ${status} ${refusal.errorType} after ${took}: ${refusal.because}`,
    );
  const why = choice?.kind === 'role' ? `: ${choice.detail}` : '';
  return sentence(`${asked} and got role ${role?.name ?? ''} in ${took}${why}`);
}
