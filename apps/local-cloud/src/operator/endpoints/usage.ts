import type { ApiKey, AuthModel, UsagePlan } from '@gatehouse/auth-model';

import { QUOTA_WINDOW, windowLimit, windowStart } from '../../api-gateway/usage/quota-window';
import type { Played } from '../../takeover/play';
import type { KeyUsage, PlanAnswer, UsageAnswer } from '../answers';
import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

/** Names and ids of keys only: their values are secrets, which nobody needs to see here. */
export function usageEndpoint({ played, clock }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/usage',
    summary: 'what each API key has used of its plan',
    answer: (): UsageAnswer => {
      const atMs = clock.now();
      const now = played();
      if (now === undefined) return { atMs, plans: [], keysWithoutPlan: [] };
      const { usagePlans, apiKeys } = now.model;
      const planned = new Set(usagePlans.flatMap(({ keyIds }) => keyIds));
      return {
        atMs,
        plans: usagePlans.map((plan) => describePlan(now, plan, atMs)),
        keysWithoutPlan: apiKeys.filter(({ id }) => !planned.has(id)).map(({ name }) => name),
      };
    },
  };
}

type Counted = Pick<Played, 'usage' | 'sinceMs'> & {
  readonly model: Pick<AuthModel, 'apiKeys' | 'restApis'>;
};

function describePlan(counted: Counted, plan: UsagePlan, atMs: number): PlanAnswer {
  const { id, name, throttle, quota, apiStages, keyIds } = plan;
  const { apiKeys, restApis } = counted.model;
  const methodThrottles = apiStages.flatMap((one) =>
    Object.entries(one.methodThrottles).map(
      ([method, limit]) => [`${one.stage} ${method}`, limit] as const,
    ),
  );
  return {
    id,
    name,
    stages: apiStages.map(
      ({ apiId, stage }) => `${restApis.find((api) => api.id === apiId)?.name ?? apiId}/${stage}`,
    ),
    ...(throttle && { throttle }),
    methodThrottles: Object.fromEntries(methodThrottles),
    ...(quota && { quota }),
    keys: apiKeys
      .filter((key) => keyIds.includes(key.id))
      .map((key) => describeKey(counted, plan, key, atMs)),
  };
}

function describeKey(
  { usage, sinceMs }: Counted,
  { id: planId, quota }: UsagePlan,
  { id, name, enabled }: ApiKey,
  atMs: number,
): KeyUsage {
  if (quota === undefined) return { id, name, enabled };
  const windowStartMs = windowStart(quota.period, atMs, QUOTA_WINDOW);
  const used = usage.countSince(planId, id, windowStartMs);
  const limit = windowLimit(quota, sinceMs, atMs, QUOTA_WINDOW);
  return { id, name, enabled, quota: { used, limit, windowStartMs, window: QUOTA_WINDOW } };
}
