import type { OpenPorts } from '../http/open-ports';
import type { Service } from '../http/message';
import { createInFlight, type InFlight } from './in-flight';
import { NOTHING_APPLIED } from './nothing-applied';
import { discard, type Played } from './play';

interface Served {
  /** Absent: everything was destroyed. */
  readonly played?: Played;
  readonly services: Played['services'];
  /** What answers beyond the fixed ports. */
  readonly further: readonly Service[];
  readonly inFlight: InFlight;
}

/** What answers now. Another stack takes its place at once: no request is answered by both, and none by neither. */
export class Serving {
  #current: Served | undefined;
  /** Finishing what they began. */
  readonly #leaving = new Map<Played, Promise<void>>();

  constructor(
    private readonly ports: Pick<OpenPorts, 'serve'>,
    private readonly operator: Service,
    /** What happens on the way to a service: in the laboratory, faults. @default nothing */
    private readonly around: (service: Service) => Service = (service) => service,
  ) {}

  get played(): Played | undefined {
    return this.#current?.played;
  }

  serve(played: Played): void {
    const { services, further } = played;
    this.#swap({ played, services, further, inFlight: createInFlight() });
  }

  serveNothing(): void {
    this.#swap({ services: NOTHING_APPLIED, further: [], inFlight: createInFlight() });
  }

  /** Goes on with what is served, and closes ports that were opened for what is not. */
  goOn(): void {
    if (this.#current !== undefined) this.#offer(this.#current);
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
    this.#offer(next);
    if (before?.played === undefined) return;
    const { played, inFlight } = before;
    const left = inFlight
      .idle()
      .then(() => discard(played))
      .finally(() => this.#leaving.delete(played));
    this.#leaving.set(played, left);
  }

  #offer({ services, further, inFlight: { count } }: Served): void {
    const { website, userPools, identityPools, api, s3 } = services;
    const offered = (service: Service): Service => count(this.around(service));
    this.ports.serve(
      {
        website: offered(website),
        userPools: offered(userPools),
        identityPools: offered(identityPools),
        api: offered(api),
        s3: offered(s3),
        operator: this.operator,
      },
      further.map(offered),
    );
  }
}
