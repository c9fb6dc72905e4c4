import type { MethodSettings, Stage, Throttle } from '@gatehouse/auth-model';

import type { KeyInPlan } from './api-key-ring';
import { createTokenBuckets, isLimiting, type TokenBucket } from './token-bucket';

/** What is counted for one request. */
export interface CountedRequest {
  readonly stage: Stage;
  /** `/secure`. */
  readonly resourcePath: string;
  /** As the method is declared: `GET`, or `ANY`. */
  readonly httpMethod: string;
  readonly inPlan?: KeyInPlan;
}

/** A bucket with the words and figures for it. */
export interface AppliedThrottle {
  /** `usage plan basic, key client`. */
  readonly subject: string;
  readonly throttle: Throttle;
  readonly bucket: TokenBucket;
}

/** Which buckets a request takes from; absent: no limit is set there. */
export interface AppliedThrottles {
  readonly plan?: AppliedThrottle;
  readonly stage?: AppliedThrottle;
  readonly account?: AppliedThrottle;
}

/** The buckets of each kind of request, found once: there are as many kinds as methods times keys. */
export function createAppliedThrottles(
  account: Throttle,
): (request: CountedRequest) => AppliedThrottles {
  const buckets = createTokenBuckets();
  const known = new Map<string, AppliedThrottles>();
  const applied = (named: Named): AppliedThrottle | undefined => {
    const { subject, throttle, name } = named;
    return isLimiting(throttle)
      ? { subject, throttle, bucket: buckets(name, throttle) }
      : undefined;
  };
  return (request) => {
    const { stage, resourcePath, httpMethod, inPlan } = request;
    const kind = `${stage.address} ${httpMethod} ${resourcePath} ${inPlan?.plan.id ?? ''} ${inPlan?.key.id ?? ''}`;
    const before = known.get(kind);
    if (before !== undefined) return before;
    const plan = inPlan && applied(planThrottle(request, inPlan));
    const ofStage = applied(stageThrottle(request));
    const all = applied({ name: 'account', subject: 'the account', throttle: account });
    const found = {
      ...(plan && { plan }),
      ...(ofStage && { stage: ofStage }),
      ...(all && { account: all }),
    };
    known.set(kind, found);
    return found;
  };
}

interface Named {
  readonly name: string;
  readonly subject: string;
  readonly throttle: Throttle | undefined;
}

function planThrottle(
  { stage, resourcePath, httpMethod }: CountedRequest,
  { key, plan, planStage }: KeyInPlan,
): Named {
  const method = `${resourcePath}/${httpMethod}`;
  const own = planStage.methodThrottles[method];
  const name =
    own === undefined
      ? `plan ${plan.id} ${key.id}`
      : `plan ${plan.id} ${key.id} ${stage.address} ${method}`;
  const subject = `usage plan ${plan.name}${own === undefined ? '' : `, ${method}`}, key ${key.name}`;
  return { name, subject, throttle: own ?? plan.throttle };
}

/**
 * Every method has a bucket of its own, also where one setting is written for all of them. Settings of its own stand in place of
 * those, also where they set no limit. Source: API Gateway API reference, "MethodSetting" and "UpdateStage".
 */
function stageThrottle({ stage, resourcePath, httpMethod }: CountedRequest): Named {
  const method = `${resourcePath}/${httpMethod}`.replace(/^\/+/, '');
  const settingsOf = (path: string): MethodSettings | undefined =>
    stage.methodSettings.find(({ methodPath }) => plainPath(methodPath) === path);
  return {
    name: `stage ${stage.address} ${method}`,
    subject: `stage ${stage.name}, ${method}`,
    throttle: (settingsOf(method) ?? settingsOf('*/*'))?.throttle,
  };
}

/** `/a/b/GET`, and `~1a~1b/GET` as the API has it, are `a/b/GET`; the root's `/GET` is `GET`. */
function plainPath(methodPath: string): string {
  return methodPath.replaceAll('~1', '/').replace(/^\/+/, '');
}
