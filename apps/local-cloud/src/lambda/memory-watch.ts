import { getHeapStatistics } from 'node:v8';

/** A look costs some microseconds, and takes longer than many a call: so not every call is looked at. */
const LOOK_EVERY_MS = 50;
/** Who takes no longer cannot have filled much: filling 100 MB takes ten times as long. */
const SHORT_CALL_MS = 4;

/**
 * Watches what a thread holds besides objects: V8's own limit counts those only, and buffers live outside its heap. On AWS all of it
 * counts, garbage included.
 * Source: AWS Lambda Developer Guide, "Troubleshoot invocation issues in Lambda": `signal: killed` where the memory is used up.
 */
export class MemoryWatch {
  #isRunning = false;
  #isArmed = false;

  /**
   * @param looks counted up with each look, for whoever watches from outside
   * @param kill ends the thread
   */
  constructor(
    private readonly limitBytes: number,
    private readonly looks: Int32Array<SharedArrayBuffer>,
    private readonly kill: () => never,
  ) {}

  /** Looks now. */
  look(): void {
    Atomics.add(this.looks, 0, 1);
    const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
    if (heap + outside > this.limitBytes) this.kill();
  }

  /** A call begins, or loading the function does: looks now and then for as long as it runs. */
  begin(): void {
    this.#isRunning = true;
    Atomics.add(this.looks, 0, 1);
    if (!this.#isArmed) this.#arm();
  }

  /** Before it is answered. @param durationMs how long it ran */
  end(durationMs: number): void {
    this.#isRunning = false;
    if (durationMs >= SHORT_CALL_MS) this.look();
  }

  /** Once for all short calls until then. It keeps no thread alive: a call that can never be answered ends by itself. */
  #arm(): void {
    this.#isArmed = true;
    const timer = setTimeout(() => {
      this.#isArmed = false;
      this.look();
      if (this.#isRunning) this.#arm();
    }, LOOK_EVERY_MS);
    timer.unref();
  }
}
