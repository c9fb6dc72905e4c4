import { atEndOfTurn } from '../at-end-of-turn';
import {
  FunctionWorker,
  type Left,
  type WorkerOwner,
  type WorkerSettings,
} from './function-worker';
import type { Invocation } from './handed-over';
import { exited, stopping, THROTTLED, type Ending } from './outcome';

/** Enough for a laptop; AWS gives an account a thousand. */
const MAX_WORKERS = 10;
/**
 * When none of the workers finishes anything for this long while somebody waits, they wait for something themselves, or are stuck:
 * another one helps. While they finish one call after the other it would only take their processor.
 */
const LOOK_EVERY_MS = 20;
/** Beyond it, AWS's own answer to too many at once. */
const MAX_WAITING = 1_000;

/** The execution environments of one function: the first starts with the first invocation and stays warm. */
export class FunctionPool implements WorkerOwner {
  readonly #workers = new Set<FunctionWorker>();
  /** Finishing what they began before a reload. */
  readonly #retired = new Set<FunctionWorker>();
  readonly #idle: FunctionWorker[] = [];
  readonly #waiting: Invocation[] = [];
  /** When each worker was last handed something ahead of time, begun or not. */
  readonly #handedOver = new Map<FunctionWorker, number>();
  #nextLook: NodeJS.Timeout | undefined;
  #willHandOver = false;
  #finishedSinceLook = false;
  #closed = false;

  /** @param newSettings asked once for each worker */
  constructor(private readonly newSettings: () => WorkerSettings) {}

  /** Something runs, or waits to. */
  get isBusy(): boolean {
    return this.#waiting.length > 0 || this.#idle.length < this.#workers.size;
  }

  submit(invocation: Invocation): void {
    if (this.#closed) {
      invocation.settle(stopping(invocation.requestId));
      return;
    }
    const idle = this.#idle.pop();
    if (idle !== undefined) idle.run([invocation]);
    else if (this.#waiting.length >= MAX_WAITING) {
      invocation.settle(THROTTLED);
    } else this.#enqueue(invocation);
  }

  /** What is submitted from now on runs in new workers. */
  reload(): void {
    const old = [...this.#workers];
    this.#workers.clear();
    this.#idle.length = 0;
    for (const worker of old) {
      this.#retired.add(worker);
      worker.retire();
    }
    if (this.#waiting.length > 0 && this.#workers.size === 0) this.#start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#nextLook);
    const waiting = this.#waiting.splice(0);
    for (const invocation of waiting) invocation.settle(stopping(invocation.requestId));
    const workers = [...this.#workers, ...this.#retired];
    await Promise.all(workers.map((worker) => worker.stop(stopping)));
  }

  onIdle(worker: FunctionWorker): void {
    this.#finishedSinceLook = true;
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#idle.push(worker);
      return;
    }
    worker.run([next]);
    this.onRoom(worker);
  }

  onRoom(worker: FunctionWorker): void {
    this.#finishedSinceLook = true;
    if (worker.room > 0 && this.#waiting.length > 0) this.#handOverSoon();
  }

  onGone(worker: FunctionWorker, { neverReady, unstarted }: Left): void {
    this.#workers.delete(worker);
    this.#retired.delete(worker);
    this.#handedOver.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#closed) {
      for (const invocation of unstarted) invocation.settle(stopping(invocation.requestId));
      return;
    }
    if (unstarted.length > 0) {
      this.#waiting.unshift(...unstarted);
      this.#serveIdle();
    }
    if (neverReady !== undefined) this.#answerFirst(neverReady);
    if (this.#waiting.length > 0 && this.#workers.size === 0) this.#start();
  }

  /** Each failed start answers one invocation, so that a function that cannot load answers all of them, in time. */
  #answerFirst(ending: Ending): void {
    const first = this.#waiting.shift();
    first?.settle(ending(first.requestId));
  }

  #enqueue(invocation: Invocation): void {
    if (this.#workers.size === 0) this.#start();
    this.#waiting.push(invocation);
    this.#handOverSoon();
    this.#watch();
  }

  /** All that came in one turn goes in one message: each message wakes a thread, which costs as much as a short call. */
  #handOverSoon(): void {
    if (this.#willHandOver) return;
    this.#willHandOver = true;
    atEndOfTurn(() => {
      this.#willHandOver = false;
      for (const worker of this.#workers) {
        const { room } = worker;
        if (room > 0 && this.#waiting.length > 0) {
          this.#handOver(worker, this.#waiting.splice(0, room));
        }
      }
    });
  }

  #handOver(worker: FunctionWorker, invocations: readonly Invocation[]): void {
    worker.run(invocations);
    this.#handedOver.set(worker, performance.now());
    this.#watch();
  }

  #watch(): void {
    this.#nextLook ??= setTimeout(() => {
      this.#nextLook = undefined;
      this.#takeBackStuck();
      this.#grow();
    }, LOOK_EVERY_MS);
  }

  /** What was handed to a worker that turns out to be slow waits for the first one that is free, like everything else. */
  #takeBackStuck(): void {
    const now = performance.now();
    for (const [worker, since] of this.#handedOver) {
      if (now - since < LOOK_EVERY_MS) continue;
      this.#handedOver.delete(worker);
      this.#waiting.unshift(...worker.takeBack());
    }
    this.#serveIdle();
  }

  #serveIdle(): void {
    for (let worker = this.#idle.pop(); worker !== undefined; worker = this.#idle.pop()) {
      const next = this.#waiting.shift();
      if (next === undefined) {
        this.#idle.push(worker);
        return;
      }
      worker.run([next]);
    }
  }

  #grow(): void {
    const isStuck = this.#waiting.length > 0 && !this.#finishedSinceLook;
    this.#finishedSinceLook = false;
    if (isStuck && this.#mayGrow()) this.#start();
    if (this.#waiting.length > 0 || this.#handedOver.size > 0) this.#watch();
  }

  /** One start at a time: what waits may be waiting for that one only. */
  #mayGrow(): boolean {
    const workers = [...this.#workers];
    return workers.length < MAX_WORKERS && !workers.some((worker) => worker.isStarting);
  }

  #start(): void {
    const settings = this.newSettings();
    try {
      this.#workers.add(new FunctionWorker(settings, this));
    } catch (error) {
      // Node.js refuses to start a thread with such NODE_OPTIONS; on AWS its process ends with this code.
      settings.log.line(String(error));
      this.#answerFirst(exited('exit status 9'));
      if (this.#waiting.length > 0 && this.#workers.size === 0) this.#start();
    }
  }
}
