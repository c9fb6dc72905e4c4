import type { CallNotes } from './call-notes';
import type { Told } from './told';

export function tellKey({ inPlan }: CallNotes): Told<'key'> {
  if (inPlan === undefined) return { isNeeded: false, detail: 'The method asks for no API key.' };
  const { key, plan } = inPlan;
  return {
    detail: `API key ${key.name} is in usage plan ${plan.name}, which is for this stage.`,
    facts: { id: key.id, name: key.name, plan: plan.name },
  };
}

export function tellThrottle({ limits }: CallNotes): Told<'throttle'> {
  const seen = limits?.buckets ?? [];
  const [first, ...more] = seen;
  if (first === undefined) return { isNeeded: false, detail: 'No rate is limited here.' };
  const tightest = more.reduce((least, one) => (one.left < least.left ? one : least), first);
  const { rateLimit, burstLimit } = tightest.throttle;
  return {
    detail: `Within every rate; the tightest is that of ${tightest.subject}: ${rateLimit} a second, and ${tightest.left} of ${burstLimit} at once are left.`,
    facts: {
      buckets: seen.map(({ subject, throttle, left }) => ({ subject, ...throttle, left })),
    },
  };
}

export function tellQuota({ limits, inPlan }: CallNotes): Told<'quota'> {
  const quota = limits?.quota;
  if (inPlan === undefined || quota === undefined)
    return { isNeeded: false, detail: 'No quota is set for this call.' };
  const { period, limit, used } = quota;
  const left = Math.max(0, limit - used);
  const plan = inPlan.plan.name;
  return {
    detail: `${used} of ${limit} requests a ${period.toLowerCase()} of usage plan ${plan} are used, this one included; ${left} are left.`,
    facts: { plan, key: inPlan.key.name, period, limit, used, left },
  };
}

export function tellFunction({ method, run, status }: CallNotes): Told<'function'> {
  if (run === undefined)
    return method?.integration.type === 'MOCK'
      ? { isNeeded: false, detail: 'The gateway answers by itself: no function is called.' }
      : { detail: 'The function was not called.' };
  const { name, start, durationMs, outcome, errorType, errorMessage } = run;
  const where = start === undefined ? '' : start === 'cold' ? 'a cold start, ' : 'warm, ';
  return {
    detail: `Function ${name} answered with ${status} (${where}${milliseconds(durationMs)}).`,
    facts: {
      name,
      ...(start && { start }),
      durationMs,
      ...(outcome === 'returned' && { status }),
      ...(errorType !== undefined && { errorType }),
      ...(errorMessage !== undefined && { errorMessage }),
    },
  };
}

/** Whole ones, and tenths of short ones. */
export function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}
