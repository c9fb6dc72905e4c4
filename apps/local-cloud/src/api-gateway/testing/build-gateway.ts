import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import type { HttpResponse, Service } from '../../http/message';
import type { InvocationResult } from '../../lambda/invocation';
import { createExecuteApi } from '../execute-api';
import type { ExecuteApiServices } from '../execute-api-services';
import { ACCOUNT, buildModel, REGION, type GatewayModel } from './build-model';
import { buildRequest, type RequestOptions } from './build-request';

export const NOW = Date.parse('2026-11-22T10:00:00Z');
export const IDENTITY_POOL_ID = `${REGION}:11111111-2222-3333-4444-555555555555`;

export interface TestGateway {
  readonly service: Service;
  /** Events that reached the function. */
  readonly events: Record<string, unknown>[];
  readonly clock: { nowMs: number };
  /** What the function returns next. @default a 200 with `{"ok":true}` */
  result: unknown;
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
  const gateway: TestGateway = {
    events,
    clock,
    result: { statusCode: 200, body: '{"ok":true}' },
    send: (request) => service.handle(buildRequest({ atMs: clock.nowMs, ...request })),
    get service() {
      return service;
    },
  };
  const service = createExecuteApi({
    log: () => undefined,
    ...rest,
    model: buildModel(model),
    clock: { now: () => clock.nowMs },
    credentials: { find: (id) => credentials.find(({ accessKeyId }) => accessKeyId === id) },
    lambda: {
      invoke(_arn, event) {
        // As over the wire: what JSON cannot say is not there.
        events.push(JSON.parse(JSON.stringify(event)) as Record<string, unknown>);
        return Promise.resolve(
          invocation ?? { kind: 'returned', payload: gateway.result, durationMs: 1 },
        );
      },
    },
  });
  return gateway;
}

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
    expiresAtMs: NOW + 3_600_000,
    role: { name, arn, uniqueId: `AROA${purpose.toUpperCase().padEnd(17, '0')}` },
    choice: { kind: 'role', roleArn: arn, because, detail: 'test' },
    identityId: `${REGION}:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee`,
    identityPoolId: IDENTITY_POOL_ID,
    authenticationType: 'authenticated',
    authenticationProvider: `cognito-idp.${REGION}.amazonaws.com/${REGION}_AbCdEf123,cognito-idp.${REGION}.amazonaws.com/${REGION}_AbCdEf123:CognitoSignIn:0123-sub`,
    username: purpose,
    ...changes,
  };
}

export const MEMBER = buildCredentials('member');
export const ADMIN = buildCredentials('admin');
