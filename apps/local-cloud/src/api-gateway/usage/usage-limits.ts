import type { Stage, Throttle } from '@gatehouse/auth-model';

import { failure, type GatewayFailure } from '../failures/gateway-failure';
import type { KeyInPlan } from './api-key-ring';
import { windowLimit, windowStart, type QuotaWindow } from './quota-window';
import { createTokenBuckets, isLimiting, type TokenBuckets } from './token-bucket';
import type { UsageLedger } from './usage-ledger';

export interface UsageLimitsOptions {
  readonly region: string;
  readonly ledger: UsageLedger;
  readonly quotaWindow: QuotaWindow;
  /** When usage plans began to count. */
  readonly sinceMs: number;
  /**
   * Requests per second of the account, when AWS has raised it; the burst is half of it, as it is by default.
   * @default AWS's own for the region
   */
  readonly accountRate?: number;
}

/** What is counted for one request. */
export interface CountedRequest {
  readonly stage: Stage;
  /** `/secure`. */
  readonly resourcePath: string;
  /** As the method is declared: `GET`, or `ANY`. */
  readonly httpMethod: string;
  readonly inPlan?: KeyInPlan;
}

/** Takes a token everywhere one is needed; a request that is refused does not count against a quota. */
export type UsageLimits = (request: CountedRequest, nowMs: number) => GatewayFailure | undefined;

/** Source: API Gateway Developer Guide, "Quotas for configuring and running a REST API": requests per second of an account. */
const ACCOUNT_THROTTLE: Throttle = { rateLimit: 10_000, burstLimit: 5_000 };
const SMALL_REGION_THROTTLE: Throttle = { rateLimit: 2_500, burstLimit: 1_250 };
const SMALL_REGIONS: readonly string[] = ['af-south-1', 'eu-south-1'];

/**
 * Per key or method of the usage plan, then its quota, then per method of the stage, then the account: first refusal wins.
 * Source: API Gateway Developer Guide, "How throttling limit settings are applied in API Gateway".
 */
export function createUsageLimits(options: UsageLimitsOptions): UsageLimits {
  const buckets = createTokenBuckets();
  const account = accountThrottle(options);
  return (request, nowMs) => {
    const { inPlan } = request;
    const refusal =
      (inPlan &&
        (planThrottle(buckets, request, inPlan, nowMs) ?? quota(options, inPlan, nowMs))) ??
      stageThrottle(buckets, request, nowMs) ??
      take(buckets, 'account', account, nowMs, 'the account');
    if (refusal === undefined && inPlan?.plan.quota !== undefined) {
      options.ledger.record(inPlan.plan.id, inPlan.key.id, nowMs);
    }
    return refusal;
  };
}

function accountThrottle({ accountRate, region }: UsageLimitsOptions): Throttle {
  if (accountRate !== undefined) return { rateLimit: accountRate, burstLimit: accountRate / 2 };
  return SMALL_REGIONS.includes(region) ? SMALL_REGION_THROTTLE : ACCOUNT_THROTTLE;
}

function planThrottle(
  buckets: TokenBuckets,
  { stage, resourcePath, httpMethod }: CountedRequest,
  { key, plan, planStage }: KeyInPlan,
  nowMs: number,
): GatewayFailure | undefined {
  const method = `${resourcePath}/${httpMethod}`;
  const own = planStage.methodThrottles[method];
  const name =
    own === undefined
      ? `plan ${plan.id} ${key.id}`
      : `plan ${plan.id} ${key.id} ${stage.name} ${method}`;
  const subject = `usage plan ${plan.name}${own === undefined ? '' : `, ${method}`}, key ${key.name}`;
  return take(buckets, name, own ?? plan.throttle, nowMs, subject);
}

function quota(
  { ledger, quotaWindow, sinceMs }: UsageLimitsOptions,
  { key, plan }: KeyInPlan,
  nowMs: number,
): GatewayFailure | undefined {
  if (plan.quota === undefined) return undefined;
  const limit = windowLimit(plan.quota, sinceMs, nowMs, quotaWindow);
  const used = ledger.countSince(
    plan.id,
    key.id,
    windowStart(plan.quota.period, nowMs, quotaWindow),
  );
  if (used < limit) return undefined;
  return failure(
    'quotaExceeded',
    `usage plan ${plan.name}, key ${key.name}: ${used} of ${limit} requests a ${plan.quota.period.toLowerCase()} used`,
  );
}

/** Every method has a bucket of its own, also where one setting is written for all of them. */
function stageThrottle(
  buckets: TokenBuckets,
  { stage, resourcePath, httpMethod }: CountedRequest,
  nowMs: number,
): GatewayFailure | undefined {
  const method = `${resourcePath.slice(1)}/${httpMethod}`;
  const throttleOf = (path: string): Throttle | undefined =>
    stage.methodSettings.find((one) => one.methodPath.replace(/^\//, '') === path)?.throttle;
  const throttle = throttleOf(method) ?? throttleOf('*/*');
  return take(
    buckets,
    `stage ${stage.name} ${method}`,
    throttle,
    nowMs,
    `stage ${stage.name}, ${method}`,
  );
}

function take(
  buckets: TokenBuckets,
  name: string,
  throttle: Throttle | undefined,
  nowMs: number,
  subject: string,
): GatewayFailure | undefined {
  if (!isLimiting(throttle) || buckets(name, throttle).take(nowMs)) return undefined;
  const { rateLimit, burstLimit } = throttle;
  return failure('throttled', `${subject}: over ${rateLimit} a second (burst ${burstLimit})`);
}
