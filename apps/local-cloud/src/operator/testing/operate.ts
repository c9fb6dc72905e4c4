import type { AuthModel } from '@gatehouse/auth-model';

import {
  buildApi,
  buildApiKey,
  buildMethod,
  buildModel,
  buildPlan,
  buildRole,
  invoke,
} from '../../api-gateway/testing/build-model';
import { createUsageLedger, type UsageLedger } from '../../api-gateway/usage/usage-ledger';
import { aPool, aSeedUser, setUpIdp, type Fixture } from '../../cognito-idp/testing/idp-fixture';
import type { Played } from '../../takeover/play';
import { TraceRing } from '../../trace/trace-ring';
import { createConsoleFiles } from '../console-files';
import { operatorEndpoints } from '../operator-endpoints';
import { createOperator } from '../operator-service';

const TOKEN = 'correct-token';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface OperatorFixture {
  readonly idp: Fixture;
  readonly usage: UsageLedger;
  /** @param path with its query */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answered>;
}

/** One pool with one group, one identity pool, one API; its roles are those of `buildRole`. */
function operatedModel(): AuthModel {
  const pool = aPool();
  const member = buildRole('member', invoke('CallSecure', 'Allow', 'GET/secure'));
  return {
    ...buildModel({
      roles: [member],
      restApis: [buildApi({ methods: [buildMethod('GET /secure'), buildMethod('GET /vip')] })],
      apiKeys: [
        buildApiKey(),
        buildApiKey({ id: 'lonely', name: 'lonely', value: 'x'.repeat(20) }),
      ],
      usagePlans: [buildPlan({ quota: { limit: 10, period: 'DAY', offset: 4 } })],
    }),
    userPools: [pool],
    identityPools: [],
    buckets: [],
    outputs: {},
    notModelled: [{ address: 'aws_cloudwatch_log_group.api', because: 'it watches' }],
    unsupported: [],
    unread: [],
  } satisfies AuthModel;
}

interface OperateOptions {
  /** False: everything was destroyed. @default true */
  readonly isApplied?: boolean;
  /** What the stack has in place of its one pool and API, and of its lack of identity pools and buckets. */
  readonly parts?: Partial<Pick<AuthModel, 'userPools' | 'identityPools' | 'buckets' | 'restApis'>>;
}

/** The operator port over a stack with the users "user" and "admin". */
export function operate({ isApplied = true, parts = {} }: OperateOptions = {}): OperatorFixture {
  const users = [aSeedUser('user'), aSeedUser('admin', { groups: ['admin'] })];
  const idp = setUpIdp({ users, ...(parts.userPools && { pools: parts.userPools }) });
  const usage = createUsageLedger();
  const played = {
    model: { ...operatedModel(), ...parts },
    stack: { kind: 'synthesized', from: 'cdk.tf.json', words: 'gatehouse-dev as synthesized' },
    administration: idp.idp.administration,
    outbox: idp.idp.outbox,
    usage,
    sinceMs: idp.clock.now(),
  } as unknown as Played;
  const endpoints = operatorEndpoints({
    origins: {} as never,
    clock: idp.clock,
    traces: new TraceRing((text) => text),
    played: () => (isApplied ? played : undefined),
  });
  const operator = createOperator(TOKEN, endpoints, createConsoleFiles(undefined));
  return {
    idp,
    usage,
    ask: async (method, path, body) => {
      const [rawPath = '', rawQuery = ''] = path.split('?');
      const answer = await operator.handle({
        requestId: 'r',
        method,
        rawPath,
        rawQuery,
        rawHeaders: [['X-Gatehouse-Token', TOKEN]],
        body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
        sourceIp: '127.0.0.1',
        receivedAtMs: 0,
      });
      return { status: answer.status, body: JSON.parse(String(answer.body)) as unknown };
    },
  };
}
