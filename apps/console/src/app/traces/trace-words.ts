import type { StepName, Trace } from '../operator/answers';
import { refusingStep } from './trace-steps';

export type Verdict = 'allowed' | 'refused' | 'failed';

/** `refused`: the gate, the service or the function said no. `failed`: something broke. */
export function verdictOf({ status }: Pick<Trace, 'status'>): Verdict {
  if (status < 400) return 'allowed';
  return status < 500 ? 'refused' : 'failed';
}

const REFUSALS: Readonly<Partial<Record<StepName, string>>> = {
  laboratory: 'Ordered by the lab',
  request: 'Not a good request',
  route: 'No such route',
  signature: 'Signature refused',
  session: 'Keys refused',
  login: 'Login refused',
  identity: 'No identity',
  token: 'Token refused',
  operation: 'Refused',
  role: 'No role',
  trust: 'Role refused',
  policy: 'Not allowed',
  key: 'Key refused',
  throttle: 'Slow down',
  quota: 'Quota used up',
  validation: 'Not valid',
  function: 'Route failed',
};

/** `403 Not allowed`: the status, and what it comes to. */
export function badgeOf(trace: Pick<Trace, 'status' | 'steps'>): string {
  const refused = refusingStep(trace)?.name;
  const word =
    refused === undefined
      ? trace.status < 400
        ? 'OK'
        : 'The route said no'
      : (REFUSALS[refused] ?? 'Refused');
  return `${String(trace.status)} ${word}`;
}

const ASKED: Readonly<Record<Trace['service'], string | undefined>> = {
  'execute-api': undefined,
  'cognito-idp': 'users',
  'cognito-identity': 'keys',
  sts: 'sts',
};

/** What was asked: `GET` and its path, or which service for which operation. */
export function whatWasAsked({
  service,
  method,
  path,
  operation,
}: Pick<Trace, 'service' | 'method' | 'path' | 'operation'>): {
  readonly method: string;
  readonly path: string;
} {
  const asked = ASKED[service];
  return asked === undefined ? { method, path } : { method: asked, path: operation ?? path };
}

const STEP_NAMES: Readonly<Record<StepName, string>> = {
  laboratory: 'Laboratory',
  request: 'Request',
  route: 'Route',
  signature: 'Signature',
  session: 'Session',
  login: 'Login',
  identity: 'Identity',
  token: 'Token',
  operation: 'Operation',
  role: 'Role',
  trust: 'Trust policy',
  policy: 'Policy',
  key: 'API key',
  throttle: 'Throttle',
  quota: 'Quota',
  validation: 'Validation',
  function: 'Function',
};

export function stepName(name: StepName): string {
  return STEP_NAMES[name];
}
