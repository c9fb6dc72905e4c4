import type { Quota } from '@gatehouse/auth-model';

/**
 * How a quota comes back: `rolling`, as observed on AWS (each request ages out of the window by itself), or `calendar` (all at
 * once, at midnight UTC on the first of the period). AWS documents neither.
 */
export type QuotaWindow = 'rolling' | 'calendar';

/** What a stack is played with. */
export const QUOTA_WINDOW: QuotaWindow = 'rolling';

const DAY_MS = 24 * 60 * 60_000;
const PERIOD_DAYS = { DAY: 1, WEEK: 7, MONTH: 30 } as const;

/** When the window that `nowMs` falls into began. Weeks begin on Monday. */
export function windowStart(period: Quota['period'], nowMs: number, window: QuotaWindow): number {
  if (window === 'rolling') return nowMs - PERIOD_DAYS[period] * DAY_MS;
  const now = new Date(nowMs);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (period) {
    case 'DAY':
      return Date.UTC(year, month, day);
    case 'WEEK':
      return Date.UTC(year, month, day - ((now.getUTCDay() + 6) % 7));
    case 'MONTH':
      return Date.UTC(year, month, 1);
  }
}

/**
 * Requests allowed in the window: the offset counts against the first one.
 * Source: API Gateway API Reference, QuotaSettings.
 * @param sinceMs when the plan began to count
 */
export function windowLimit(
  quota: Quota,
  sinceMs: number,
  nowMs: number,
  window: QuotaWindow,
): number {
  const inFirst = windowStart(quota.period, nowMs, window) <= sinceMs;
  return inFirst ? quota.limit - quota.offset : quota.limit;
}
