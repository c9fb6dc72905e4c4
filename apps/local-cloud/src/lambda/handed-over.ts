import type { Worker } from 'node:worker_threads';

import type { Outcome } from './outcome';
import { CLAIMED, type InvokeMessage } from './worker-messages';

export interface Invocation {
  readonly requestId: string;
  /** JSON text. */
  readonly event: string;
  /** Called when it is given to a thread, each time. `cold`: it is the first that this thread runs. */
  onHanded(start: 'cold' | 'warm'): void;
  /** Called exactly once. */
  settle(outcome: Outcome): void;
}

interface Handed {
  readonly invocation: Invocation;
  readonly ticket: number;
  readonly slot: number;
}

/** How many may wait in a thread behind the one that runs. */
const MAX_AHEAD = 64;
/** It is handed more when fewer wait: then several at once, in one message. */
const REFILL_BELOW = MAX_AHEAD / 2;

/**
 * What one thread has been handed: the invocation that it runs, and more, so that it need not sleep until the process has read
 * the answer and woken it again (a wake costs as much as everything else about a short call). Those behind the first are still ours
 * until the thread starts them: their tickets lie in shared memory, and whoever swaps one first has it.
 */
export class HandedOver {
  readonly claims = new Int32Array(
    new SharedArrayBuffer((MAX_AHEAD + 1) * Int32Array.BYTES_PER_ELEMENT),
  );
  /** In the order in which the thread runs them. */
  #handed: Handed[] = [];
  /** Places in `claims` that nothing of what is handed has: the thread may not have claimed that yet. */
  readonly #free = [...this.claims.keys()];
  #tickets = 0;

  /** How many more it should be handed now. */
  get room(): number {
    const ahead = Math.max(0, this.#handed.length - 1);
    return ahead < REFILL_BELOW ? MAX_AHEAD - ahead : 0;
  }

  get isRunning(): boolean {
    return this.#handed.length > 0;
  }

  /** They run one after the other, after what was handed before. No more than there is room for. */
  hand(thread: Worker, invocations: readonly Invocation[], timeoutMs: number): void {
    const handed = invocations.map((invocation): Handed => {
      const slot = this.#free.pop();
      if (slot === undefined) throw new Error('a thread was handed more than there is room for');
      return { invocation, ticket: (this.#tickets += 1), slot };
    });
    for (const { slot, ticket } of handed) Atomics.store(this.claims, slot, ticket);
    thread.postMessage(
      handed.map(({ invocation: { requestId, event }, ticket, slot }) => ({
        ticket,
        slot,
        requestId,
        timeoutMs,
        event,
      })) satisfies readonly InvokeMessage[],
    );
    for (const { invocation, ticket } of handed)
      invocation.onHanded(ticket === 1 ? 'cold' : 'warm');
    this.#handed.push(...handed);
  }

  /** The one that ran, if that is what the answer is for; the next one runs from now on. */
  finish(ticket: number): Invocation | undefined {
    if (this.#handed[0]?.ticket !== ticket) return undefined;
    const first = this.#handed.shift();
    if (first !== undefined) this.#free.push(first.slot);
    return first?.invocation;
  }

  /** Those that the thread has not started, in their order. */
  takeBack(): readonly Invocation[] {
    // From the last one on, as it starts them in their order: before one that it has started, there is none that it has not.
    let from = this.#handed.length;
    while (from > 1 && this.#takeBackOne(this.#handed[from - 1])) from -= 1;
    const unstarted = this.#handed.splice(from);
    this.#free.push(...unstarted.map(({ slot }) => slot));
    return unstarted.map(({ invocation }) => invocation);
  }

  /** All that the thread has begun, as far as anyone can know. */
  abandon(): readonly Invocation[] {
    const begun = this.#handed.map(({ invocation }) => invocation);
    this.#handed = [];
    return begun;
  }

  #takeBackOne(handed: Handed | undefined): boolean {
    if (handed === undefined) return false;
    const { slot, ticket } = handed;
    return Atomics.compareExchange(this.claims, slot, ticket, CLAIMED) === ticket;
  }
}
