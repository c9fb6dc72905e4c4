import type { KeyUsage, PlanAnswer } from '../operator/answers';
import { momentOf } from './moments';

export type Period = NonNullable<PlanAnswer['quota']>['period'];

/** `10,000 calls a day`. */
export const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  DAY: 'a day',
  WEEK: 'a week',
  MONTH: 'a month',
};

/** How long a window is that moves on with the time. */
const LENGTHS: Readonly<Record<Period, string>> = {
  DAY: '24 hours',
  WEEK: '7 days',
  MONTH: '30 days',
};

/** What of the calls counts for a quota, as a sentence. */
export function windowWords(
  period: Period,
  { window, windowStartMs }: Pick<NonNullable<KeyUsage['quota']>, 'window' | 'windowStartMs'>,
): string {
  return window === 'rolling'
    ? `Calls of the last ${LENGTHS[period]} count: each is free again ${LENGTHS[period]} after it was made.`
    : `Calls since ${momentOf(windowStartMs)} count.`;
}
