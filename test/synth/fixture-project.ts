import type { GroupRows, RouteRows } from '@gatehouse/access';

import type { Environment, Throttle } from '../../infra/environment';

// A project of its own, for whatever is counted or compared with a text: the real tables and environments grow with the
// project, and a new row there must not turn a test red that says nothing about it.

export const GROUPS = {
  member: { description: 'Every signed-in user' },
  admin: { extends: 'member', precedence: 10, description: 'Administrators' },
} as const satisfies GroupRows;

export const ROUTES = {
  'GET /secure': { allow: ['member'], apiKey: true, summary: 'For everyone who is signed in' },
  'GET /vip': { allow: ['admin'], apiKey: true, summary: 'For administrators only' },
} as const satisfies RouteRows;

const SINGLE_ROUTES: Readonly<Record<string, Throttle>> = {
  'GET /vip': { ratePerSecond: 50, burst: 100 },
};

/** For trying out: nothing in it is protected. */
export const DEV: Environment = {
  name: 'dev',
  region: 'us-west-2',
  protect: false,
  acceptsPlainHttp: { because: 'it is a fixture' },
  throttle: {
    plan: { ratePerSecond: 50, burst: 100 },
    stage: { ratePerSecond: 100, burst: 200 },
    routes: SINGLE_ROUTES,
  },
  quota: { limit: 10_000, period: 'DAY' },
  logRetentionDays: 14,
  mfa: 'OFF',
  featurePlan: 'ESSENTIALS',
  passwords: { minimumLength: 10, temporaryValidDays: 7 },
  sessions: {
    idTokenMinutes: 60,
    accessTokenMinutes: 60,
    refreshTokenDays: 30,
    challengeMinutes: 3,
  },
};

/** With real users: protected. */
export const PROD: Environment = {
  ...DEV,
  name: 'prod',
  protect: true,
  logRetentionDays: 90,
  mfa: 'OPTIONAL',
};

/** All that an environment may have, at once. */
export const EVERYTHING_ON = {
  accessLogs: 'manage-account-role',
  alarmEmails: ['pager@example.org'],
  corsOrigins: ['https://a.example', 'https://b.example'],
  functionLogLevel: 'DEBUG',
  mailFrom: {
    sesIdentityArn: 'arn:aws:ses:us-west-2:123456789012:identity/example.org',
    address: 'door@example.org',
  },
  mfa: 'ON',
  protect: true,
  triggers: { preSignUp: 'arn:aws:lambda:us-west-2:123456789012:function:check' },
} as const satisfies Partial<Environment>;
