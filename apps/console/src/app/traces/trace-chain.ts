import type { ChainStep, StepState } from '@gatehouse/design-system/chain';

import type { StepName, Trace } from '../operator/answers';
import { numberWords } from '../parts/counted';
import { refusingStep, stepOf } from './trace-steps';

type Words = (trace: Trace) => string;

/** One link of the chain stands for one or more steps of the trace, the first of which it is named after. */
interface Link {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly StepName[];
  readonly passed: Words;
  readonly stopped: Words;
}

const CALL: readonly Link[] = [
  {
    id: 'session',
    label: 'Session',
    steps: ['session'],
    passed: sessionWords,
    stopped: () => 'its keys are not good',
  },
  {
    id: 'role',
    label: 'Role',
    steps: ['role', 'trust'],
    passed: (trace) => stepOf(trace, 'role')?.facts?.name ?? 'chosen',
    stopped: () => 'may not be taken',
  },
  {
    id: 'signature',
    label: 'Signature',
    steps: ['signature'],
    passed: () => 'SigV4, accepted',
    stopped: () => 'not accepted',
  },
  {
    id: 'policy',
    label: 'Policy',
    steps: ['policy'],
    passed: (trace) => `${statementName(trace) ?? 'a statement'} allows`,
    stopped: policyStop,
  },
  {
    id: 'key',
    label: 'API key',
    steps: ['key', 'throttle', 'quota'],
    passed: keyWords,
    stopped: keyStop,
  },
  {
    id: 'lambda',
    label: 'Lambda',
    steps: ['validation', 'function'],
    passed: functionWords,
    stopped: (trace) =>
      stepOf(trace, 'validation')?.outcome === 'refused' ? 'request not valid' : 'failed',
  },
];

/** What identity pools, STS and user pools are asked; each request has some of these. */
const OTHER: readonly Link[] = [
  {
    id: 'login',
    label: 'Login',
    steps: ['login'],
    passed: (trace) => stepOf(trace, 'login')?.facts?.username ?? 'a guest',
    stopped: () => 'not accepted',
  },
  {
    id: 'identity',
    label: 'Identity',
    steps: ['identity'],
    passed: (trace) => (stepOf(trace, 'identity')?.facts?.isNew === true ? 'a new one' : 'known'),
    stopped: () => 'none to be had',
  },
  {
    id: 'token',
    label: 'Token',
    steps: ['token'],
    passed: () => 'of the identity pool',
    stopped: () => 'not accepted',
  },
  {
    id: 'signature',
    label: 'Signature',
    steps: ['signature'],
    passed: () => 'SigV4, accepted',
    stopped: () => 'not accepted',
  },
  {
    id: 'role',
    label: 'Role',
    steps: ['role'],
    passed: (trace) => stepOf(trace, 'role')?.facts?.name ?? 'chosen',
    stopped: () => 'none to take',
  },
  {
    id: 'trust',
    label: 'Trust',
    steps: ['trust'],
    passed: () => 'the role trusts them',
    stopped: () => 'the role does not',
  },
  {
    id: 'session',
    label: 'Session',
    steps: ['session'],
    passed: () => 'temporary keys',
    stopped: () => 'no keys',
  },
  {
    id: 'operation',
    label: 'User pool',
    steps: ['operation'],
    passed: (trace) => stepOf(trace, 'operation')?.facts?.client ?? 'answered',
    stopped: () => 'said no',
  },
];

/** What can end a request before the first link: then it stands in front of them, and only then. */
const BEFORE: readonly Link[] = (
  [
    ['laboratory', 'Lab', 'ordered to fail'],
    ['request', 'Request', 'not taken'],
    ['route', 'Route', 'there is none'],
  ] as const
).map(([id, label, words]) => ({
  id,
  label,
  steps: [id],
  passed: () => 'taken',
  stopped: () => words,
}));

/** How far a request got, as the chain that the client shows too. */
export function traceChain(trace: Trace): readonly ChainStep[] {
  const refused = refusingStep(trace)?.name;
  const links = [
    ...BEFORE.filter(({ id }) => id === refused),
    ...(trace.service === 'execute-api' ? CALL : linksOf(trace)),
  ];
  const stopAt = links.findIndex(({ steps }) => steps.some((name) => name === refused));
  return links.map(({ id, label, steps, passed, stopped }, index) => {
    if (index === stopAt) return { id, label, state: 'stop', detail: stopped(trace) };
    const outcomes = steps.map((name) => stepOf(trace, name)?.outcome ?? 'not needed');
    if (outcomes.includes('passed')) return { id, label, state: 'pass', detail: passed(trace) };
    if (outcomes.includes('not reached')) return { id, label, ...unreached(index, stopAt) };
    return { id, label, state: 'skip', detail: 'not needed' };
  });
}

/** Only what the request has to pass, in its order. */
function linksOf(trace: Trace): readonly Link[] {
  return trace.steps.flatMap(({ name }) => OTHER.filter(({ id }) => id === name));
}

/** The gate looks at the signature before it looks at whose it is: what stands before the stop in the chain was not asked yet. */
function unreached(index: number, stopAt: number): { state: StepState; detail: string } {
  return index < stopAt
    ? { state: 'unknown', detail: 'not looked at' }
    : { state: 'skip', detail: 'not reached' };
}

function sessionWords(trace: Trace): string {
  const facts = stepOf(trace, 'session')?.facts;
  if (facts?.username !== undefined) return `signed in as ${facts.username}`;
  return facts?.authenticationType === 'unauthenticated' ? 'a guest' : 'temporary keys';
}

function statementName(trace: Trace): string | undefined {
  const by = stepOf(trace, 'policy')?.facts?.by;
  return by === undefined ? undefined : `“${by.sid ?? `#${String(by.index)}`}”`;
}

function policyStop(trace: Trace): string {
  const name = statementName(trace);
  return name === undefined ? 'nothing allows it' : `${name} denies`;
}

function keyWords(trace: Trace): string {
  const key = stepOf(trace, 'key')?.facts;
  const quota = stepOf(trace, 'quota')?.facts;
  if (key === undefined) return 'none needed, within limits';
  return quota === undefined
    ? key.name
    : `${key.name}, ${numberWords(quota.used)} of ${numberWords(quota.limit)} used`;
}

function keyStop(trace: Trace): string {
  if (stepOf(trace, 'throttle')?.outcome === 'refused') return 'too many calls at once';
  return stepOf(trace, 'quota')?.outcome === 'refused' ? 'quota used up' : 'missing or refused';
}

function functionWords(trace: Trace): string {
  const facts = stepOf(trace, 'function')?.facts;
  return facts?.status === undefined ? 'answered' : `answered ${String(facts.status)}`;
}
