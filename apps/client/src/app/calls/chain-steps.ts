import { BASE_GROUP } from '@gatehouse/access';
import type { ChainStep } from '@gatehouse/design-system/chain';

import type { CallFailure, CallFailureKind } from './call-failure';
import type { CallOutcome, CallState } from './call-outcome';
import { groupOfRole } from './route-pages';

export type StepId = 'session' | 'role' | 'signature' | 'policy' | 'key' | 'lambda';

const STEPS: readonly { readonly id: StepId; readonly label: string; readonly idle: string }[] = [
  { id: 'session', label: 'Session', idle: 'who you are' },
  { id: 'role', label: 'Role', idle: 'what your group grants' },
  { id: 'signature', label: 'Signature', idle: 'proof on every call' },
  { id: 'policy', label: 'Policy', idle: 'may this role call it?' },
  { id: 'key', label: 'API key', idle: 'which app calls, within its limits' },
  { id: 'lambda', label: 'Lambda', idle: 'your answer' },
];

/** Where a failure stopped the call, in a word or five. */
interface Stop {
  readonly at: StepId | undefined;
  readonly detail: string;
  /** Steps of which the answer does not tell. */
  readonly untold?: readonly StepId[];
  /** Steps that the call did not get to, besides those after `at`. */
  readonly unreached?: readonly StepId[];
}

const SENT: readonly StepId[] = ['signature', 'policy', 'key', 'lambda'];
/** Without an answer, only a signature tells that keys were issued: see `isUntold`. */
const ASKED: readonly StepId[] = ['role', ...SENT];
/**
 * That IAM is asked before the API key and the limits is what everyone observes, but Amazon does
 * not document it: an answer from the key or a limit does not prove that IAM agreed.
 */
const BEFORE_KEY: readonly StepId[] = ['signature', 'policy'];

const STOPS: Readonly<Record<CallFailureKind, Stop>> = {
  'signed-out': { at: 'session', detail: 'ended' },
  'no-keys': { at: 'role', detail: 'no keys came' },
  'no-role': { at: 'role', detail: 'none for you' },
  'keys-refused': { at: 'role', detail: 'its keys were refused' },
  'clock-wrong': { at: 'signature', detail: 'its time is off' },
  'signature-refused': { at: 'signature', detail: 'does not match' },
  'not-recognised': { at: 'signature', detail: 'not seen, or no such route' },
  'not-allowed': { at: 'policy', detail: '' },
  'key-refused': { at: 'key', detail: 'missing or refused', untold: BEFORE_KEY },
  throttled: { at: 'key', detail: 'too many calls at once', untold: BEFORE_KEY },
  'quota-used': { at: 'key', detail: 'its quota is used up', untold: BEFORE_KEY },
  'route-refused': { at: 'lambda', detail: 'said no' },
  'route-failed': { at: 'lambda', detail: 'failed' },
  'route-timed-out': { at: 'lambda', detail: 'took too long' },
  'gate-failed': { at: undefined, detail: '', untold: SENT },
  offline: { at: undefined, detail: '', untold: ASKED },
  unreachable: { at: undefined, detail: '', untold: ASKED },
  'not-sent': { at: 'signature', detail: 'could not be made', untold: ['role'] },
  unexpected: { at: undefined, detail: '', untold: SENT },
};

/** Offline all along: whatever became of the keys, the gate was not reached. */
const NEVER_LEFT: Stop = { at: undefined, detail: '', untold: ['role'], unreached: SENT };

/** The chain for a call: only what the answer proves is shown as passed or stopped. */
export function chainSteps(call: CallState, username: string | undefined): ChainStep[] {
  const signedIn = username === undefined ? undefined : `signed in as ${username}`;
  if (call.phase === 'done') return stepsOf(call.outcome, signedIn ?? 'signed in');
  return STEPS.map(({ id, label, idle }) => {
    if (id === 'session' && signedIn !== undefined) {
      return { id, label, state: 'pass', detail: signedIn };
    }
    return { id, label, state: call.phase === 'calling' ? 'wait' : 'idle', detail: idle };
  });
}

/** The chain as an explanation, before anyone has called anything. */
export const explainedChain: readonly ChainStep[] = STEPS.map(({ id, label, idle }) => ({
  id,
  label,
  state: 'idle',
  detail: idle,
}));

function stepsOf(outcome: CallOutcome, session: string): ChainStep[] {
  const passed: Readonly<Record<StepId, string>> = {
    session,
    role: roleDetail(outcome),
    signature: 'SigV4, accepted',
    policy: `allows ${outcome.path}`,
    key: 'accepted',
    lambda: 'answered',
  };
  if (outcome.kind === 'succeeded') {
    return STEPS.map(({ id, label }) => ({ id, label, state: 'pass', detail: passed[id] }));
  }
  const stop = stopOf(outcome.failure);
  const stopIndex = STEPS.findIndex(({ id }) => id === stop.at);
  return STEPS.map(({ id, label }, index) => {
    if (index === stopIndex) {
      return { id, label, state: 'stop', detail: stop.detail || policyDetail(outcome) };
    }
    if (isUntold(id, stop, outcome)) return { id, label, state: 'unknown', detail: 'not told' };
    if (stop.unreached?.includes(id) === true || (stopIndex >= 0 && index > stopIndex)) {
      return { id, label, state: 'skip', detail: 'not reached' };
    }
    return { id, label, state: 'pass', detail: passed[id] };
  });
}

function stopOf(failure: CallFailure): Stop {
  return failure.kind === 'offline' && !failure.left ? NEVER_LEFT : STOPS[failure.kind];
}

/** What was signed was signed with keys, whatever became of it. */
function isUntold(id: StepId, { untold }: Stop, { signed }: CallOutcome): boolean {
  return untold?.includes(id) === true && !(id === 'role' && signed !== undefined);
}

function policyDetail(outcome: CallOutcome): string {
  const { failure } = outcome.kind === 'failed' ? outcome : { failure: undefined };
  return failure?.kind === 'not-allowed' && failure.denied
    ? `a statement denies ${outcome.path}`
    : `nothing allows ${outcome.path}`;
}

/** The role as the route or the refusal named it; else only that there are keys. */
function roleDetail(outcome: CallOutcome): string {
  const role = roleSeen(outcome);
  if (role === undefined) return 'keys issued';
  const group = groupOfRole(role);
  if (group === undefined) return role;
  return group === BASE_GROUP ? `${group}, the default` : `${group}, from your group`;
}

/** The IAM role the answer names, or `undefined`. */
export function roleSeen(outcome: CallOutcome): string | undefined {
  if (outcome.kind === 'succeeded') return outcome.caller?.role;
  return outcome.failure.kind === 'not-allowed' ? outcome.failure.role : undefined;
}
