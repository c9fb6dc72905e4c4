import type { Clock } from '../clock';

/** As far as the clock of the laboratory goes, either way: 20 years, longer than any token lives. */
export const MAX_OFFSET_MS = 20 * 365 * 86_400_000;

export interface LabClockState {
  /** What the services take for now, in milliseconds since 1970. */
  readonly nowMs: number;
  /** How far that is ahead of the machine's own clock; negative: behind. */
  readonly offsetMs: number;
  readonly frozen: boolean;
}

/** A clock that can be put forward and back, and stopped: tokens expire, codes run out, signatures are skewed. */
export class LabClock implements Clock {
  #offsetMs = 0;
  #frozenAtMs: number | undefined;

  constructor(private readonly real: Clock) {}

  now(): number {
    return this.#frozenAtMs ?? this.real.now() + this.#offsetMs;
  }

  get state(): LabClockState {
    const nowMs = this.now();
    return {
      nowMs,
      offsetMs: nowMs - this.real.now(),
      frozen: this.#frozenAtMs !== undefined,
    };
  }

  /** From when to when it can be put, in milliseconds since 1970. */
  get range(): { readonly fromMs: number; readonly untilMs: number } {
    const realMs = this.real.now();
    return { fromMs: realMs - MAX_OFFSET_MS, untilMs: realMs + MAX_OFFSET_MS };
  }

  /** @throws RangeError for a time beyond its range, which leaves it as it was */
  set(nowMs: number): void {
    const { fromMs, untilMs } = this.range;
    if (!(nowMs >= fromMs && nowMs <= untilMs))
      throw new RangeError(`the clock goes from ${fromMs} to ${untilMs}, not to ${nowMs}`);
    const realMs = this.real.now();
    this.#offsetMs = Math.round(nowMs - realMs);
    if (this.#frozenAtMs !== undefined) this.#frozenAtMs = realMs + this.#offsetMs;
  }

  freeze(): void {
    this.#frozenAtMs = this.now();
  }

  /** Goes on from where it stood. */
  thaw(): void {
    if (this.#frozenAtMs === undefined) return;
    this.#offsetMs = this.#frozenAtMs - this.real.now();
    this.#frozenAtMs = undefined;
  }

  /** The machine's own time again. */
  reset(): void {
    this.#offsetMs = 0;
    this.#frozenAtMs = undefined;
  }
}
