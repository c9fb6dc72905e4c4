import type { Quota, Throttle } from '@gatehouse/auth-model';

import { failure, type GatewayFailure } from '../failures/gateway-failure';
import type { KeyInPlan } from './api-key-ring';
import {
  createAppliedThrottles,
  type AppliedThrottle,
  type CountedRequest,
} from './applied-throttles';
import { windowLimit, windowStart, type QuotaWindow } from './quota-window';
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

/** Takes a token everywhere one is needed; a request that is refused does not count against a quota. */
export type UsageLimits = (request: CountedRequest, nowMs: number) => UsageVerdict;

export interface UsageVerdict {
  readonly seen: SeenLimits;
  /** Absent: the request is within all of them. */
  readonly refusal?: GatewayFailure;
}

/** The figures that decided, as they were after it. */
export interface SeenLimits {
  /** In the order asked; the last one refused where a throttle did. */
  readonly buckets: readonly SeenBucket[];
  readonly quota?: SeenQuota;
}

export interface SeenBucket extends Pick<AppliedThrottle, 'subject' | 'throttle'> {
  readonly left: number;
}

export interface SeenQuota {
  readonly period: Quota['period'];
  readonly limit: number;
  readonly used: number;
}

/** Source: API Gateway Developer Guide, "Quotas for configuring and running a REST API": requests per second of an account. */
const ACCOUNT_THROTTLE: Throttle = { rateLimit: 10_000, burstLimit: 5_000 };
const SMALL_REGION_THROTTLE: Throttle = { rateLimit: 2_500, burstLimit: 1_250 };
const SMALL_REGIONS: readonly string[] = ['af-south-1', 'eu-south-1'];

/**
 * Per key or method of the usage plan, then its quota, then per method of the stage, then the account: first refusal wins.
 * Source: API Gateway Developer Guide, "How throttling limit settings are applied in API Gateway".
 */
export function createUsageLimits(options: UsageLimitsOptions): UsageLimits {
  const throttlesOf = createAppliedThrottles(accountThrottle(options));
  return (request, nowMs) => {
    const { plan, stage, account } = throttlesOf(request);
    const { inPlan } = request;
    const buckets: SeenBucket[] = [];
    const tooFast = take(plan, nowMs, buckets);
    if (tooFast !== undefined) return { seen: { buckets }, refusal: tooFast };
    const before = inPlan && usedQuota(options, inPlan, nowMs);
    const refusal =
      (inPlan && before && overQuota(inPlan, before)) ??
      take(stage, nowMs, buckets) ??
      take(account, nowMs, buckets);
    if (refusal !== undefined)
      return { seen: { buckets, ...(before && { quota: before }) }, refusal };
    if (inPlan === undefined || before === undefined) return { seen: { buckets } };
    options.ledger.record(inPlan.plan.id, inPlan.key.id, nowMs);
    return { seen: { buckets, quota: { ...before, used: before.used + 1 } } };
  };
}

function accountThrottle({ accountRate, region }: UsageLimitsOptions): Throttle {
  if (accountRate !== undefined) return { rateLimit: accountRate, burstLimit: accountRate / 2 };
  return SMALL_REGIONS.includes(region) ? SMALL_REGION_THROTTLE : ACCOUNT_THROTTLE;
}

function usedQuota(
  { ledger, quotaWindow, sinceMs }: UsageLimitsOptions,
  { key, plan }: KeyInPlan,
  nowMs: number,
): SeenQuota | undefined {
  if (plan.quota === undefined) return undefined;
  const { period } = plan.quota;
  const limit = windowLimit(plan.quota, sinceMs, nowMs, quotaWindow);
  const used = ledger.countSince(plan.id, key.id, windowStart(period, nowMs, quotaWindow));
  return { period, limit, used };
}

function overQuota(
  { key, plan }: KeyInPlan,
  { period, limit, used }: SeenQuota,
): GatewayFailure | undefined {
  if (used < limit) return undefined;
  return failure(
    'quotaExceeded',
    `usage plan ${plan.name}, key ${key.name}: ${used} of ${limit} requests a ${period.toLowerCase()} used`,
  );
}

function take(
  applied: AppliedThrottle | undefined,
  nowMs: number,
  seen: SeenBucket[],
): GatewayFailure | undefined {
  if (applied === undefined) return undefined;
  const { subject, throttle, bucket } = applied;
  const taken = bucket.take(nowMs);
  seen.push({ subject, throttle, left: bucket.left });
  if (taken) return undefined;
  const { rateLimit, burstLimit } = throttle;
  return failure('throttled', `${subject}: over ${rateLimit} a second (burst ${burstLimit})`);
}
