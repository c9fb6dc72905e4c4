import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import { authenticationOf } from '../../cognito-identity/session';
import type { HttpResponse, Service } from '../../http/message';
import type { InvocationResult } from '../../lambda/invocation';
import { createExecuteApis, createNoExecuteApi } from '../execute-api';
import type { ExecuteApiServices } from '../execute-api-services';
import { TraceRing } from '../../trace/trace-ring';
import { ACCOUNT, buildModel, REGION, type GatewayModel } from './build-model';
import { buildRequest, type RequestOptions } from './build-request';

export const NOW = Date.parse('2026-11-22T10:00:00Z');
export const IDENTITY_POOL_ID = `${REGION}:11111111-2222-3333-4444-555555555555`;

export interface TestGateway {
  readonly service: Service;
  /** Events that reached the function. */
  readonly events: Record<string, unknown>[];
  /** ARNs of the functions that were called. */
  readonly called: string[];
  readonly clock: { nowMs: number };
  /** What the function returns next. @default a 200 with `{"ok":true}` */
  result: unknown;
  readonly traces: TraceRing;
  /** Sends an unsigned request. */
  send(options?: RequestOptions): Promise<HttpResponse>;
}

export interface GatewayOptions extends Partial<
  Pick<ExecuteApiServices, 'quotaWindow' | 'usage' | 'log'>
> {
  readonly model?: Partial<GatewayModel>;
  readonly credentials?: readonly TemporaryCredentials[];
  readonly invocation?: InvocationResult;
}

/** A gateway over the small model, with real decisions and a function that records its events. */
export function buildGateway(options: GatewayOptions = {}): TestGateway {
  const { model, credentials = [MEMBER, ADMIN], invocation, ...rest } = options;
  const clock = { nowMs: NOW };
  const events: Record<string, unknown>[] = [];
  const traces = new TraceRing((text) => text);
  const gateway: TestGateway = {
    traces,
    events,
    called: [],
    clock,
    result: { statusCode: 200, body: '{"ok":true}' },
    send: (request) => service.handle(buildRequest({ atMs: clock.nowMs, ...request })),
    get service() {
      return service;
    },
  };
  const clockNow = { now: () => clock.nowMs };
  const [service = createNoExecuteApi(clockNow)] = createExecuteApis({
    log: () => undefined,
    traces,
    ...rest,
    model: buildModel(model),
    clock: clockNow,
    credentials: { find: (id) => credentials.find(({ accessKeyId }) => accessKeyId === id) },
    lambda: {
      invoke(arn, event) {
        gateway.called.push(arn);
        // As over the wire: what JSON cannot say is not there.
        events.push(JSON.parse(JSON.stringify(event)) as Record<string, unknown>);
        return Promise.resolve(
          invocation ?? { kind: 'returned', payload: gateway.result, durationMs: 1 },
        );
      },
    },
  }).values();
  return gateway;
}

const PROVIDER = `cognito-idp.${REGION}.amazonaws.com/${REGION}_AbCdEf123`;
const TRUSTING = {
  effect: 'Allow',
  actions: { negated: false, patterns: [] },
  conditions: [],
} as const;

export function buildCredentials(
  purpose: string,
  changes: Partial<TemporaryCredentials> = {},
): TemporaryCredentials {
  const name = `gatehouse-dev-${purpose}`;
  const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
  const because = purpose === 'member' ? 'authenticated-role' : 'preferred-role';
  return {
    accessKeyId: `ASIA${purpose.toUpperCase().padEnd(16, 'X')}`,
    secretAccessKey: `secret-of-${purpose}`.padEnd(40, '+'),
    sessionToken: `session/token/of/${purpose}==`,
    issuedAtMs: NOW,
    expiresAtMs: NOW + 3_600_000,
    role: { name, arn, uniqueId: `AROA${purpose.toUpperCase().padEnd(17, '0')}` },
    choice: { kind: 'role', roleArn: arn, because, detail: 'test' },
    trust: { effect: 'allow', by: { policy: 'trust', index: 0, statement: TRUSTING } },
    flow: 'enhanced',
    sessionName: 'CognitoIdentityCredentials',
    principalTags: {},
    identityId: `${REGION}:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee`,
    identityPoolId: IDENTITY_POOL_ID,
    ...authenticationOf(['authenticated', PROVIDER, `${PROVIDER}:CognitoSignIn:0123-sub`]),
    username: purpose,
    ...changes,
  };
}

export const MEMBER = buildCredentials('member');
export const ADMIN = buildCredentials('admin');
