import type { StatementFacts, Trace, TraceStep } from '../operator/answers';

const SECURE: StatementFacts = {
  policy: 'dev-member/call-routes',
  index: 0,
  sid: 'CallSecure',
  json: {
    Sid: 'CallSecure',
    Effect: 'Allow',
    Action: 'execute-api:Invoke',
    Resource: 'arn:aws:execute-api:us-west-2:000000000000:api/dev/GET/secure',
  },
};

const SESSION = {
  accessKeyId: 'ASIA…7QXA',
  identityId: 'us-west-2:one',
  identityPoolId: 'us-west-2:pool',
  authenticationType: 'authenticated',
  username: 'user',
  expiresAtMs: 3_600_000,
} as const;

const ROLE = { name: 'dev-member', arn: 'arn:member', because: 'authenticated-role' } as const;

const CALL: Omit<Trace, 'steps'> = {
  seq: 1,
  requestId: 'one',
  atMs: 0,
  service: 'execute-api',
  api: 'dev-api',
  stage: 'dev',
  method: 'GET',
  path: '/dev/secure',
  status: 200,
  durationMs: 12,
  summary: 'user called GET /secure.',
};

const known: readonly TraceStep[] = [
  {
    name: 'route',
    outcome: 'passed',
    detail: 'There is such a route.',
    facts: {
      resourcePath: '/secure',
      httpMethod: 'GET',
      authorization: 'AWS_IAM',
      apiKeyRequired: true,
    },
  },
  { name: 'signature', outcome: 'passed', detail: 'It fits.' },
  { name: 'session', outcome: 'passed', detail: 'Good for an hour.', facts: SESSION },
  { name: 'role', outcome: 'passed', detail: 'The default.', facts: ROLE },
  { name: 'trust', outcome: 'passed', detail: 'The role trusts them.' },
];

const rest = (outcome: 'not reached'): readonly TraceStep[] =>
  (['key', 'throttle', 'quota', 'validation', 'function'] as const).map((name) => ({
    name,
    outcome,
    detail: 'Not reached.',
  }));

export const allowedCall: Trace = {
  ...CALL,
  steps: [
    ...known,
    {
      name: 'policy',
      outcome: 'passed',
      detail: 'A statement allows it.',
      facts: { action: 'execute-api:Invoke', resource: 'arn', effect: 'allow', by: SECURE },
    },
    {
      name: 'key',
      outcome: 'passed',
      detail: 'Known.',
      facts: { id: 'k', name: 'client', plan: 'basic' },
    },
    { name: 'throttle', outcome: 'passed', detail: 'Within it.' },
    {
      name: 'quota',
      outcome: 'passed',
      detail: 'Within it.',
      facts: { plan: 'basic', key: 'client', period: 'DAY', limit: 1000, used: 3, left: 997 },
    },
    { name: 'validation', outcome: 'not needed', detail: 'None.' },
    {
      name: 'function',
      outcome: 'passed',
      detail: 'It answered.',
      facts: { name: 'dev-api', start: 'warm', durationMs: 4, status: 200 },
    },
  ],
};

export const deniedCall: Trace = {
  ...CALL,
  seq: 2,
  requestId: 'two',
  path: '/dev/vip',
  status: 403,
  errorType: 'AccessDeniedException',
  steps: [
    ...known,
    {
      name: 'policy',
      outcome: 'refused',
      detail: 'Nothing allows it.',
      facts: {
        action: 'execute-api:Invoke',
        resource: 'arn',
        effect: 'deny',
        kind: 'implicit',
        nearest: { ...SECURE, part: 'resource', wanted: 'GET/secure', got: 'GET/vip' },
      },
    },
    ...rest('not reached'),
  ],
};

export const refusedSignature: Trace = {
  ...CALL,
  status: 403,
  errorType: 'InvalidSignatureException',
  steps: [
    ...known.slice(0, 1),
    { name: 'signature', outcome: 'refused', detail: 'It does not fit.' },
    ...(['session', 'role', 'trust', 'policy'] as const).map(
      (name): TraceStep => ({
        name,
        outcome: 'not reached',
        detail: 'Not reached.',
      }),
    ),
    ...rest('not reached'),
  ],
};

export const signIn: Trace = {
  ...CALL,
  service: 'cognito-identity',
  operation: 'GetCredentialsForIdentity',
  steps: [
    {
      name: 'login',
      outcome: 'passed',
      detail: 'A token of the pool.',
      facts: { identityPoolId: 'us-west-2:pool', provider: 'cognito-idp', username: 'user' },
    },
    { name: 'role', outcome: 'passed', detail: 'The default.', facts: ROLE },
    { name: 'trust', outcome: 'passed', detail: 'The role trusts them.' },
    { name: 'session', outcome: 'passed', detail: 'Keys for an hour.', facts: SESSION },
  ],
};
