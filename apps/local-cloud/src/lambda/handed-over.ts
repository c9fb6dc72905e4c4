import type { Worker } from 'node:worker_threads';

import type { Outcome } from './outcome';
import { CLAIMED, type InvokeMessage } from './worker-messages';

export interface Invocation {
  readonly requestId: string;
  /** JSON text. */
  readonly event: string;
  /** Called exactly once. */
  settle(outcome: Outcome): void;
}

interface Handed {
  readonly invocation: Invocation;
  readonly ticket: number;
  readonly slot: number;
}

/**
 * What one thread has been handed: the invocation that it runs, and at most one more, so that it need not sleep until the process has
 * read the answer and woken it again (a wake costs as much as everything else about a short call). The next one is still ours until
 * the thread starts it: its ticket lies in shared memory, and whoever swaps it first has it.
 */
export class HandedOver {
  readonly claims = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  #running: Handed | undefined;
  #next: Handed | undefined;
  #tickets = 0;

  get hasRoom(): boolean {
    return this.#next === undefined;
  }

  /** The first one runs at once, the second after it. Only while there is room. */
  hand(thread: Worker, invocation: Invocation, timeoutMs: number): void {
    const { requestId, event } = invocation;
    const ticket = (this.#tickets += 1);
    // Never the slot of the one that runs: the thread may not have claimed that one yet.
    const slot = this.#running?.slot === 0 ? 1 : 0;
    Atomics.store(this.claims, slot, ticket);
    thread.postMessage({ ticket, slot, requestId, timeoutMs, event } satisfies InvokeMessage);
    const handed = { invocation, ticket, slot };
    if (this.#running === undefined) this.#running = handed;
    else this.#next = handed;
  }

  /** The one that ran, if that is what the answer is for; the next one runs from now on. */
  finish(ticket: number): Invocation | undefined {
    return this.#running?.ticket === ticket ? this.#shift() : undefined;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** The next one, unless the thread has started it. */
  takeBack(): Invocation | undefined {
    if (this.#next === undefined) return undefined;
    const { invocation, ticket, slot } = this.#next;
    if (Atomics.compareExchange(this.claims, slot, ticket, CLAIMED) !== ticket) return undefined;
    this.#next = undefined;
    return invocation;
  }

  /** All that the thread has begun, as far as anyone can know. */
  abandon(): readonly Invocation[] {
    const begun = [this.#running, this.#next].flatMap((handed) => handed?.invocation ?? []);
    this.#running = undefined;
    this.#next = undefined;
    return begun;
  }

  #shift(): Invocation | undefined {
    const finished = this.#running?.invocation;
    this.#running = this.#next;
    this.#next = undefined;
    return finished;
  }
}
