import type { IdentityPool, Role } from '@gatehouse/auth-model';
import { parsePolicyDocument } from '@gatehouse/iam';

import type { IdTokenVerdict, TokenVerifier } from '../../cognito-idp/token-verifier';
import { header } from '../../http/message';
import type { HttpResponse, Service } from '../../http/message';
import { openDatabase } from '../../store/database';
import type { Database } from '../../store/database';
import { TraceRing } from '../../trace/trace-ring';
import { createCognitoIdentity } from '../cognito-identity';
import type { CredentialStore } from '../credential-store';
import type { CredentialLookup } from '../credentials';
import type { OpenIdTokenKeys } from '../open-id-token-keys';
import type { ProviderKeys } from '../provider-keys';

export const POOL_ID = 'us-west-2:11111111-2222-4333-8444-555555555555';
export const PROVIDER = 'cognito-idp.us-west-2.amazonaws.com/us-west-2_AbCdEf123';
export const CLIENT_ID = 'web5h0n8g3q2r7s6t4u1v9w0xy';
const ACCOUNT = 'arn:aws:iam::123456789012';

/** Token → what the user pools say of it. */
type Tokens = Readonly<Record<string, IdTokenVerdict>>;

export function valid(
  sub: string,
  claims: Readonly<Record<string, unknown>> = {},
  over: { readonly providerName?: string; readonly clientId?: string } = {},
): IdTokenVerdict {
  return {
    kind: 'valid',
    providerName: PROVIDER,
    clientId: CLIENT_ID,
    claims: { sub, 'cognito:username': sub, ...claims },
    ...over,
  };
}

/** Trusts signed-in identities of the pool, as Cognito's console would make it. */
export function aRole(
  name: string,
  amr = 'authenticated',
  audience = POOL_ID,
  actions: readonly string[] = ['sts:AssumeRoleWithWebIdentity'],
): Role {
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Sid: 'IdentityPool',
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: actions,
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': audience },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
      },
    },
  };
  return {
    address: `aws_iam_role.${name}`,
    name,
    arn: roleArn(name),
    uniqueId: `AROA${name.toUpperCase()}`,
    trust: { kind: 'known', value: parsePolicyDocument(trust, `trust of role ${name}`, 'trust') },
    policies: [],
    tags: {},
    maxSessionSeconds: 3600,
  };
}

export function roleArn(name: string): string {
  return `${ACCOUNT}:role/${name}`;
}

/** Takes its role from the token, `member` for want of one, no guests. */
export function aPool(over: Partial<IdentityPool> = {}): IdentityPool {
  return {
    address: 'aws_cognito_identity_pool.pool',
    id: POOL_ID,
    name: 'pool',
    allowUnauthenticated: { kind: 'known', value: false },
    allowClassicFlow: false,
    providers: [{ providerName: PROVIDER, clientId: CLIENT_ID, serverSideTokenCheck: false }],
    openIdProviders: [],
    principalTags: [],
    authenticatedRoleArn: { kind: 'known', value: roleArn('member') },
    roleMappings: [
      {
        provider: `${PROVIDER}:${CLIENT_ID}`,
        type: { kind: 'known', value: 'Token' },
        ambiguousRoleResolution: { kind: 'known', value: 'AuthenticatedRole' },
        rules: [],
      },
    ],
    ...over,
  };
}

/** The pool with guests, whose role is `guest`. */
export function aPoolWithGuests(): IdentityPool {
  return aPool({
    allowUnauthenticated: { kind: 'known', value: true },
    unauthenticatedRoleArn: { kind: 'known', value: roleArn('guest') },
  });
}

export interface TestClock {
  nowMs: number;
  readonly now: () => number;
}

export function aClock(nowMs = Date.UTC(2026, 8, 1, 7, 4, 9, 750)): TestClock {
  const clock: TestClock = { nowMs, now: () => clock.nowMs };
  return clock;
}

export interface Fixture {
  readonly service: Service;
  readonly credentials: CredentialLookup;
  readonly openIdTokenKeys: OpenIdTokenKeys;
  readonly traces: TraceRing;
  readonly clock: TestClock;
  readonly call: (operation: string, body: object) => Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  /** `NotAuthorizedException: Token is inactive`, or `ok`. */
  readonly said: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly response: HttpResponse;
}

interface FixtureOptions {
  readonly pools?: readonly IdentityPool[];
  readonly roles?: readonly Role[];
  /** Tokens that are no key here are garbage. */
  readonly tokens?: Tokens;
  /** `sub`s that have signed out. */
  readonly inactive?: readonly string[];
  readonly verifier?: TokenVerifier;
  readonly providerKeys?: readonly ProviderKeys[];
  readonly credentials?: CredentialStore;
  readonly database?: Database;
  readonly nowMs?: number;
  /** @default stands at `nowMs` */
  readonly clock?: TestClock;
}

/** Identity pools at handler level. Which tokens are genuine is given; everything after that is decided. */
export function setUpIdentity(options: FixtureOptions = {}): Fixture {
  const { pools = [aPool()], roles = [aRole('member'), aRole('admin')] } = options;
  const { database = openDatabase(':memory:'), nowMs } = options;
  const clock = options.clock ?? aClock(nowMs);
  const traces = new TraceRing((text) => text);
  const { service, credentials, openIdTokenKeys } = createCognitoIdentity({
    traces,
    model: { accountId: '123456789012', region: 'us-west-2', identityPools: pools, roles },
    providerKeys: options.providerKeys ?? [],
    ...(options.credentials && { credentials: options.credentials }),
    clock,
    database,
    tokens: options.verifier ?? verifierOf(options.tokens ?? {}, options.inactive ?? []),
  });
  return {
    service,
    credentials,
    openIdTokenKeys,
    clock,
    traces,
    call: (name, body) => call(service, name, body),
  };
}

function verifierOf(tokens: Tokens, inactive: readonly string[]): TokenVerifier {
  return {
    verifyIdToken: (token) => Promise.resolve(tokens[token] ?? { kind: 'not-an-id-token' }),
    isActive: ({ sub }) => !inactive.includes(String(sub)),
  };
}

async function call(service: Service, operation: string, body: object): Promise<Reply> {
  const response = await service.handle({
    requestId: '8f0c0f5e-0000-4000-8000-000000000001',
    method: 'POST',
    rawPath: '/',
    rawQuery: '',
    rawHeaders: [
      ['content-type', 'application/x-amz-json-1.1'],
      ['x-amz-target', `AWSCognitoIdentityService.${operation}`],
    ],
    body: Buffer.from(JSON.stringify(body)),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  });
  const parsed = JSON.parse(response.body.toString()) as Reply['body'];
  const type = header({ rawHeaders: response.headers }, 'x-amzn-errortype');
  const said = type === undefined ? 'ok' : `${type} ${String(parsed.message)}`;
  return { status: response.status, said, body: parsed, response };
}

/** The identity of a login, and of a guest without one. */
export async function identityOf(fixture: Fixture, token?: string): Promise<string> {
  const { body, said } = await fixture.call('GetId', { IdentityPoolId: POOL_ID, ...logins(token) });
  if (said !== 'ok') throw new Error(said);
  return String(body.IdentityId);
}

export function logins(token: string | undefined): object {
  return token === undefined ? {} : { Logins: { [PROVIDER]: token } };
}
