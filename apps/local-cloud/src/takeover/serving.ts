import type { OpenPorts } from '../http/open-ports';
import type { Service } from '../http/message';
import { countInFlight, type Counted } from './in-flight';
import { NOTHING_APPLIED } from './nothing-applied';
import { discard, type Played } from './play';

interface Served {
  /** Absent: everything was destroyed. */
  readonly played?: Played;
  readonly counted: Counted<keyof Played['services']>;
}

/** What answers now. Another stack takes its place at once: no request is answered by both, and none by neither. */
export class Serving {
  #current: Served | undefined;
  /** Finishing what they began. */
  readonly #leaving = new Map<Played, Promise<void>>();

  constructor(
    private readonly ports: Pick<OpenPorts, 'serve'>,
    private readonly operator: Service,
  ) {}

  get played(): Played | undefined {
    return this.#current?.played;
  }

  serve(played: Played): void {
    this.#swap({ played, counted: countInFlight(played.services) });
  }

  serveNothing(): void {
    this.#swap({ counted: countInFlight(NOTHING_APPLIED) });
  }

  /** Ends the functions of all that was served. */
  async close(): Promise<void> {
    const { played } = this;
    const open = [...(played === undefined ? [] : [played]), ...this.#leaving.keys()];
    await Promise.all(open.map(({ lambda }) => lambda.close()));
    await Promise.all(this.#leaving.values());
  }

  #swap(next: Served): void {
    const before = this.#current;
    this.#current = next;
    this.ports.serve({ ...next.counted.services, operator: this.operator });
    if (before?.played === undefined) return;
    const { played, counted } = before;
    const left = counted
      .idle()
      .then(() => discard(played))
      .finally(() => this.#leaving.delete(played));
    this.#leaving.set(played, left);
  }
}
