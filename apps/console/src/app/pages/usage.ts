import { Component, computed } from '@angular/core';

import type { KeyUsage, PlanAnswer, UsageAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { numberWords } from '../parts/counted';
import { LiveState } from '../parts/live-state';
import { PERIOD_WORDS, type Period, windowWords } from '../parts/window-words';

/** How full a quota must be to be pointed out. */
const NEARLY = 0.8;
/** What was used shows, however little it is. */
const LEAST_PERCENT = 0.4;

/** What each API key has used of its plan. */
@Component({
  selector: 'gh-usage',
  imports: [LiveState],
  templateUrl: './usage.html',
})
export class Usage {
  protected readonly live = injectLive<UsageAnswer>(() => '/usage');
  protected readonly view = computed(() => {
    const usage = this.live.value();
    return (
      usage && {
        plans: usage.plans.map((plan) => planView(plan)),
        keysWithoutPlan: usage.keysWithoutPlan,
      }
    );
  });
}

function planView(plan: PlanAnswer) {
  const { throttle, quota, methodThrottles, keys } = plan;
  const limits = [
    ...(throttle
      ? [
          {
            what: 'Each key',
            words: `${numberWords(throttle.rateLimit)} calls a second, ${numberWords(throttle.burstLimit)} at once`,
          },
        ]
      : []),
    ...Object.entries(methodThrottles).map(([method, { rateLimit, burstLimit }]) => ({
      what: method,
      words: `${numberWords(rateLimit)} calls a second, ${numberWords(burstLimit)} at once`,
    })),
    ...(quota
      ? [
          {
            what: 'Quota',
            words: `${numberWords(quota.limit)} calls ${PERIOD_WORDS[quota.period]}`,
          },
        ]
      : []),
  ];
  return { ...plan, limits, keys: keys.map((key) => keyView(key, quota?.period ?? 'DAY')) };
}

function keyView({ id, name, enabled, quota }: KeyUsage, period: Period) {
  if (quota === undefined) return { id, name, enabled };
  const share = quota.limit > 0 ? Math.min(1, quota.used / quota.limit) : 1;
  const level = share >= 1 ? 'full' : share >= NEARLY ? 'nearly' : 'free';
  const left = Math.max(0, quota.limit - quota.used);
  return {
    id,
    name,
    enabled,
    bar: {
      ...quota,
      percent: quota.used === 0 ? 0 : Math.max(LEAST_PERCENT, share * 100),
      level,
      words: `${numberWords(quota.used)} of ${numberWords(quota.limit)} used, ${numberWords(left)} left`,
      counted: windowWords(period, quota),
    },
  };
}
