import type { Invocation } from './handed-over';

/**
 * Reserved concurrency: so many invocations of a function run at once, and one more is refused. Zero switches a function off.
 * Source: AWS Lambda Developer Guide, "Configuring reserved concurrency for a function".
 */
export class ConcurrencyLimit {
  #running = 0;

  constructor(private readonly reserved: number) {}

  /** The invocation, counted until it is settled; undefined when it is one too many. */
  admit(invocation: Invocation): Invocation | undefined {
    if (this.#running >= this.reserved) return undefined;
    this.#running += 1;
    return {
      ...invocation,
      settle: (outcome) => {
        this.#running -= 1;
        invocation.settle(outcome);
      },
    };
  }
}
