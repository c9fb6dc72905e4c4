import type { Throttle } from '@gatehouse/auth-model';

/** Gives out tokens: `rateLimit` a second, at most `burstLimit` at once. Starts full. */
export interface TokenBucket {
  /** False when there is none left. */
  take(nowMs: number): boolean;
  /** Whole tokens that were there after the last one was asked for. */
  readonly left: number;
}

/** Source: API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput". */
export function createTokenBucket({ rateLimit, burstLimit }: Throttle): TokenBucket {
  let tokens = burstLimit;
  let filledAtMs = 0;
  return {
    take(nowMs) {
      // A clock set back gives nothing and takes nothing.
      const elapsedMs = Math.max(0, nowMs - filledAtMs);
      tokens = Math.min(burstLimit, tokens + (elapsedMs * rateLimit) / 1000);
      filledAtMs = Math.max(filledAtMs, nowMs);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    get left() {
      return Math.floor(tokens);
    },
  };
}

/** Buckets by name, each made when it is first asked for. */
export type TokenBuckets = (name: string, throttle: Throttle) => TokenBucket;

export function createTokenBuckets(): TokenBuckets {
  const buckets = new Map<string, TokenBucket>();
  return (name, throttle) => {
    const known = buckets.get(name);
    if (known !== undefined) return known;
    const bucket = createTokenBucket(throttle);
    buckets.set(name, bucket);
    return bucket;
  };
}

/** A negative rate switches a limit off. Source: Terraform `aws_api_gateway_method_settings`, `throttling_rate_limit`. */
export function isLimiting(throttle: Throttle | undefined): throttle is Throttle {
  return throttle !== undefined && throttle.rateLimit >= 0 && throttle.burstLimit >= 0;
}
