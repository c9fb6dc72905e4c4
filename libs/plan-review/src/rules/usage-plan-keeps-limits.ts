import { pairs, removed, type Pair } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const usagePlanKeepsLimits: Rule = {
  id: 'usage-plan-keeps-limits',
  title: 'A limit of calls is gone, or raised sharply',
  severity: 'medium',
  why: 'Limits keep one client from spending the money, and the capacity, of all.',
  fix: 'Keep the limit, or raise it by less than ten times at once.',
  source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
  *check(input) {
    for (const { address } of removed(input, 'aws_api_gateway_usage_plan'))
      yield finding(address, ['the usage plan is removed, with its limits']);
    for (const { address } of removed(input, 'aws_api_gateway_method_settings'))
      yield finding(address, ['the settings of methods are removed, with their throttle']);
    for (const pair of pairs(input, 'aws_api_gateway_usage_plan')) {
      for (const limit of PLAN_LIMITS) yield* loosened(pair, limit);
      yield* oftener(pair);
      yield* withoutOwn(pair);
      if (input.base !== undefined) yield* unlimited(pair);
    }
    for (const pair of pairs(input, 'aws_api_gateway_method_settings')) yield* ofOthers(pair);
    for (const pair of pairs(input, 'aws_api_gateway_method_settings'))
      for (const limit of STAGE_LIMITS) yield* loosened(pair, limit);
  },
};

/** Source: API Gateway API reference, "QuotaSettings". */
const DAYS_OF: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 30 };

/** The same number of calls in a shorter time is more of them. */
function* oftener({ before, after }: Pair): Iterable<Verdict> {
  const [was, now] = [before, after].map((view) => {
    const limit = view?.number('quota_settings.limit');
    const period = view?.text('quota_settings.period');
    if (limit?.kind !== 'known' || period?.kind !== 'known') return undefined;
    const days = DAYS_OF[period.value];
    return days && { period: period.value, limit: limit.value, perDay: limit.value / days };
  });
  if (!was || !now || was.period === now.period || now.perDay <= was.perDay) return;
  yield finding(
    after.address,
    say`its quota is ${now.limit} a ${now.period}, and was ${was.limit} a ${was.period}`,
  );
}

/** A method's own throttle in the plan: without it, the one of the whole plan is all there is. */
function* withoutOwn({ before, after }: Pair): Iterable<Verdict> {
  const now = methodThrottles(after);
  for (const [method, was] of methodThrottles(before)) {
    const rate = now.get(method);
    if (rate === undefined)
      yield finding(after.address, say`${method} has no throttle of its own, and had`);
    else if (rate >= was * SHARPLY)
      yield finding(after.address, say`the throttle of ${method} is ${rate}, and was ${was}`);
  }
}

/** `/vip/GET` → how many calls a second; those that are known. */
function methodThrottles(plan: ResourceView | undefined): ReadonlyMap<string, number> {
  const throttles = (plan?.blocks('api_stages') ?? []).flatMap((one) => one.blocks('throttle'));
  return new Map(
    throttles.flatMap((one): readonly (readonly [string, number])[] => {
      const [path, rate] = [one.text('path'), one.number('rate_limit', 0)];
      return path?.kind === 'known' && rate.kind === 'known' ? [[path.value, rate.value]] : [];
    }),
  );
}

function* unlimited({ before, after }: Pair): Iterable<Verdict> {
  const hasLimit = PLAN_LIMITS.some((path) => limitOf(after, path) !== Infinity);
  if (before === undefined && !hasLimit)
    yield finding(after.address, ['it is new, and limits nothing']);
}

/** The methods that the settings were for are left to the stage's own. */
function* ofOthers({ before, after }: Pair): Iterable<Verdict> {
  const was = before?.text('method_path');
  const now = after.text('method_path');
  if (was?.kind === 'known' && now?.kind === 'known' && was.value !== now.value)
    yield finding(
      after.address,
      say`its limits are for ${now.value}, and were for ${was.value}`,
      'low',
    );
}

/** Below this, a limit is adjusted; from here on, it is another one. */
const SHARPLY = 10;

const PLAN_LIMITS = [
  'throttle_settings.rate_limit',
  'throttle_settings.burst_limit',
  'quota_settings.limit',
];
const STAGE_LIMITS = ['settings.throttling_rate_limit', 'settings.throttling_burst_limit'];

function* loosened({ before, after }: Pair, path: string): Iterable<Verdict> {
  if (before === undefined) return;
  const was = limitOf(before, path);
  const now = limitOf(after, path);
  if (was === undefined || now === undefined || was === Infinity) return;
  if (now === Infinity) yield finding(after.address, say`there is no ${path}, and it was ${was}`);
  else if (now >= was * SHARPLY)
    yield finding(after.address, say`${path} is ${now}, and was ${was}`);
  else if (now > was) yield finding(after.address, say`${path} is ${now}, and was ${was}`, 'info');
}

/** Nought of a plan, and less than nought of a stage, is no limit. @returns undefined: not known */
function limitOf(view: ResourceView, path: string): number | undefined {
  const value = view.number(path, path.startsWith('settings.') ? -1 : 0);
  if (value.kind === 'unknown') return undefined;
  const isNone = path.startsWith('settings.') ? value.value < 0 : value.value === 0;
  return isNone ? Infinity : value.value;
}
