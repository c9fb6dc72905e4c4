import assert from 'node:assert/strict';

import type { UserPool, UserPoolClient } from '@gatehouse/auth-model';

import { header } from '../../http/message';
import type { HttpResponse } from '../../http/message';
import { openDatabase } from '../../store/database';
import type { Database } from '../../store/database';
import { TraceRing } from '../../trace/trace-ring';
import { createCognitoIdp } from '../cognito-idp';
import type { CognitoIdp } from '../cognito-idp';
import type { SeedUser } from '../seed/parse-seed';

export const POOL_ID = 'us-west-2_AbCdEf123';
export const CLIENT_ID = 'web5h0n8g3q2r7s6t4u1v9w0xy';
export const PASSWORD = 'House1234?';
export const PROVIDER = `cognito-idp.us-west-2.amazonaws.com/${POOL_ID}`;

export function aClient(over: Partial<UserPoolClient> = {}): UserPoolClient {
  return {
    address: 'aws_cognito_user_pool_client.web',
    id: CLIENT_ID,
    name: 'web',
    generateSecret: false,
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    idTokenValiditySeconds: 3600,
    accessTokenValiditySeconds: 3600,
    refreshTokenValiditySeconds: 2_592_000,
    authSessionValiditySeconds: 180,
    preventUserExistenceErrors: 'ENABLED',
    enableTokenRevocation: true,
    ...over,
  };
}

export function aPool(over: Partial<UserPool> = {}): UserPool {
  return {
    address: 'aws_cognito_user_pool.users',
    id: POOL_ID,
    name: 'gatehouse-dev-users',
    arn: `arn:aws:cognito-idp:us-west-2:000000000000:userpool/${POOL_ID}`,
    providerName: PROVIDER,
    usernameCaseSensitive: false,
    adminCreateUserOnly: false,
    autoVerifiedAttributes: ['email'],
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    schema: [
      { name: 'name', type: 'String', required: true, mutable: true, minLength: 1, maxLength: 64 },
      { name: 'email', type: 'String', required: true, mutable: true, maxLength: 128 },
      { name: 'custom:team', type: 'String', required: false, mutable: true },
    ],
    verification: {
      emailSubject: 'Your code',
      emailMessage: '<p>Hello,</p>Your code is <b>{####}</b>.',
    },
    mfa: 'OFF',
    triggers: {},
    clients: [aClient()],
    groups: [
      {
        address: 'aws_cognito_user_group.admin',
        name: 'admin',
        precedence: { kind: 'known', value: 10 },
        roleArn: { kind: 'known', value: 'arn:aws:iam::000000000000:role/gatehouse-dev-admin' },
      },
    ],
    ...over,
  };
}

export function aSeedUser(username: string, over: Partial<SeedUser> = {}): SeedUser {
  const attributes = new Map([
    ['name', username],
    ['email', `${username}@example.com`],
  ]);
  return { username, password: PASSWORD, attributes, groups: [], ...over };
}

export interface Reply {
  readonly status: number;
  /** `NotAuthorizedException: Incorrect username or password.`, or `ok`. */
  readonly said: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly response: HttpResponse;
}

export interface Fixture {
  readonly idp: CognitoIdp;
  readonly clock: { nowMs: number; now: () => number };
  readonly lines: readonly string[];
  readonly database: Database;
  readonly traces: TraceRing;
  readonly call: (operation: string, body: object) => Promise<Reply>;
}

interface FixtureOptions {
  readonly pools?: readonly UserPool[];
  /** @default in memory */
  readonly database?: Database;
  readonly users?: readonly SeedUser[];
}

/** A local cognito-idp at handler level, with a clock that the test moves. */
export function setUpIdp(options: FixtureOptions = {}): Fixture {
  const { pools = [aPool()], database = openDatabase(':memory:'), users = [] } = options;
  const startMs = Date.UTC(2026, 8, 1, 7, 4, 9);
  const clock = { nowMs: startMs, now: () => clock.nowMs };
  const lines: string[] = [];
  const traces = new TraceRing((text) => text);
  const log = (line: string): void => void lines.push(line);
  const idp = createCognitoIdp({ model: { userPools: pools }, clock, database, log, traces });
  idp.seed(users);
  return { idp, clock, lines, database, traces, call: (name, body) => call(idp, name, body) };
}

async function call(idp: CognitoIdp, operation: string, body: object): Promise<Reply> {
  const response = await idp.service.handle({
    requestId: '8f0c0f5e-0000-4000-8000-000000000001',
    method: 'POST',
    rawPath: '/',
    rawQuery: '',
    rawHeaders: [
      ['content-type', 'application/x-amz-json-1.1'],
      ['x-amz-target', `AWSCognitoIdentityProviderService.${operation}`],
    ],
    body: Buffer.from(JSON.stringify(body)),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  });
  const parsed: unknown = JSON.parse(response.body.toString());
  assert(isRecord(parsed));
  const type = header({ rawHeaders: response.headers }, 'x-amzn-errortype');
  const said = type === undefined ? 'ok' : `${type} ${text(parsed, 'message')}`;
  return { status: response.status, said, body: parsed, response };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that must be an object. */
export function record(of: Readonly<Record<string, unknown>>, name: string) {
  const value = of[name];
  assert(isRecord(value), `${name} is an object`);
  return value;
}

/** A member that must be a string. */
export function text(of: Readonly<Record<string, unknown>>, name: string): string {
  const value = of[name];
  assert(typeof value === 'string', `${name} is a string`);
  return value;
}
