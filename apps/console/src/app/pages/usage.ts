import { Component, computed } from '@angular/core';

import type { KeyUsage, PlanAnswer, UsageAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { LiveState } from '../parts/live-state';
import { momentOf } from '../parts/moments';

/** How full a quota must be to be pointed out. */
const NEARLY = 0.8;
/** What was used shows, however little it is. */
const LEAST_PERCENT = 0.4;

const NUMBER = new Intl.NumberFormat();

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
            words: `${NUMBER.format(throttle.rateLimit)} calls a second, ${NUMBER.format(throttle.burstLimit)} at once`,
          },
        ]
      : []),
    ...Object.entries(methodThrottles).map(([method, { rateLimit, burstLimit }]) => ({
      what: method,
      words: `${NUMBER.format(rateLimit)} calls a second, ${NUMBER.format(burstLimit)} at once`,
    })),
    ...(quota
      ? [
          {
            what: 'Quota',
            words: `${NUMBER.format(quota.limit)} calls a ${quota.period.toLowerCase()}`,
          },
        ]
      : []),
  ];
  return { ...plan, limits, keys: keys.map(keyView) };
}

function keyView({ id, name, enabled, quota }: KeyUsage) {
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
      words: `${NUMBER.format(quota.used)} of ${NUMBER.format(quota.limit)} used, ${NUMBER.format(left)} left`,
      since: momentOf(quota.windowStartMs),
    },
  };
}
