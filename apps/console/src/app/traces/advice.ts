import type { StepName, Trace } from '../operator/answers';
import { poolAdvice } from './pool-advice';
import { refusingStep, stepOf } from './trace-steps';

const ADVICE: Readonly<Partial<Record<StepName, string>>> = {
  laboratory: 'Lift the fault on the page Lab: it was ordered to be answered so.',
  request: 'Send a request that the gateway takes: the reason says what is wrong with this one.',
  route: 'Call a route that the stack has: the access matrix lists them.',
  signature: 'Sign with keys of the identity pool, and send what was signed unchanged, on time.',
  session: 'Get new keys: refresh the access, or sign in again.',
  login: 'Sign in again for a token that this identity pool takes.',
  identity: 'Present the login that the identity belongs to, or none that is another’s.',
  token: 'Ask the identity pool for a new token: it is good for ten minutes.',
  role: 'Look at the role mapping of the identity pool, and at the role of the group.',
  trust: 'Let the trust policy of the role name this identity pool and this kind of user.',
  key: 'Send the value of an enabled key that is in a usage plan of this stage, as x-api-key.',
  throttle: 'Call less often, or raise the throttle of the plan or the stage.',
  quota: 'Wait until the window moves on, or raise the quota of the plan.',
  validation: 'Send what the request validator of the method wants.',
  function: 'Look at the log of the function, in the terminal that the local cloud runs in.',
};

/** What to do about a refusal; `undefined` when there was none, or when it is the function's own. */
export function adviceFor(
  trace: Pick<Trace, 'steps' | 'errorType' | 'operation'>,
): string | undefined {
  const refused = refusingStep(trace);
  if (refused === undefined) return undefined;
  if (refused.name === 'operation') return poolAdvice(trace);
  if (refused.name !== 'policy') return ADVICE[refused.name];
  const policy = stepOf(trace, 'policy')?.facts;
  return policy?.kind === 'explicit'
    ? 'A statement denies it, and nothing can outweigh that: change that statement, or call as somebody else.'
    : 'Call as somebody in a group whose role allows it, or give the policy of this role a statement that does.';
}
