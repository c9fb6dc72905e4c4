/** Milliseconds since 1970. Injected wherever time matters, so that tests can move it. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
