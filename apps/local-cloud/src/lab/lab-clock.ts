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

  /** @param nowMs clipped to what the machine's clock says, plus or minus 20 years */
  set(nowMs: number): void {
    const realMs = this.real.now();
    const offsetMs = Math.min(Math.max(nowMs - realMs, -MAX_OFFSET_MS), MAX_OFFSET_MS);
    this.#offsetMs = Math.round(offsetMs);
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
