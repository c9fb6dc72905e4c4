import type { Trace } from './trace';

/** A request as it was remembered: only when somebody reads it is it put into words. */
export type Describe = (place: Pick<Trace, 'seq'>) => Trace;

/** Where services leave what they decided. */
export interface TraceRecorder {
  record(requestId: string, describe: Describe): void;
}

export interface TracePage {
  /** Oldest first. */
  readonly traces: readonly Trace[];
  /** To be given as `after` next time. */
  readonly next: number;
  /** How many of those asked for are not kept any more. */
  readonly missed: number;
}

interface Kept {
  readonly seq: number;
  readonly requestId: string;
  readonly describe: Describe;
}

const DEFAULT_CAPACITY = 1_000;

/** The newest traces. Whoever records must keep little alive: no body, no headers. */
export class TraceRing implements TraceRecorder {
  readonly #kept: Kept[] = [];
  #lastSeq = 0;

  /** @param mask takes what a secret looks like out of a text */
  constructor(
    private readonly mask: (text: string) => string,
    private readonly capacity = DEFAULT_CAPACITY,
  ) {}

  record(requestId: string, describe: Describe): void {
    const at = this.#lastSeq % this.capacity;
    this.#lastSeq += 1;
    this.#kept[at] = { seq: this.#lastSeq, requestId, describe };
  }

  find(requestId: string): Trace | undefined {
    const kept = this.#kept.find((one) => one.requestId === requestId);
    return kept && this.#read(kept);
  }

  /**
   * The `limit` oldest of those newer than `after`.
   * @param after @default the `limit` newest of all
   */
  page(limit: number, after?: number): TracePage {
    const first = Math.max(1, this.#lastSeq - this.capacity + 1);
    const wanted = Math.min(after ?? Math.max(0, this.#lastSeq - limit), this.#lastSeq) + 1;
    const from = Math.max(first, wanted);
    const to = Math.min(this.#lastSeq, from + limit - 1);
    const traces: Trace[] = [];
    for (let seq = from; seq <= to; seq += 1) {
      const kept = this.#kept[(seq - 1) % this.capacity];
      if (kept !== undefined) traces.push(this.#read(kept));
    }
    return { traces, next: Math.max(to, wanted - 1), missed: Math.max(0, from - wanted) };
  }

  #read({ seq, describe }: Kept): Trace {
    return maskedIn(describe({ seq }), this.mask) as Trace;
  }
}

/** Every text in it: a path, a name and an error message are of whoever sent or wrote them. */
function maskedIn(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskedIn(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, maskedIn(item, mask)]),
  );
}
