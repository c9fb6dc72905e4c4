import { BootError } from '../boot-error';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { listenOnLoopback, type LoopbackPort } from './loopback';
import type { Service } from './message';
import { createServiceServer } from './service-server';
import { nameTaker } from './taken-port';

/** One origin each, as on AWS, so that CORS is real; in the order of their ports. */
export const ORIGIN_NAMES = [
  'website',
  'userPools',
  'identityPools',
  'api',
  'operator',
  's3',
] as const;

export const MAX_PORT = 65_535;

export type OriginName = (typeof ORIGIN_NAMES)[number];

/** `http://localhost:4200`: scheme, name and port, without a slash. */
export type Origins = Readonly<Record<OriginName, string>>;

export type Services = Readonly<Record<OriginName, Service>>;

export interface OpenPorts {
  readonly origins: Origins;
  /** Of the ports that are open beyond the fixed ones. */
  readonly further: readonly string[];
  /**
   * Opens further ports, after the fixed ones, until there are as many; those that are open stay.
   * @throws BootError when a port is taken; those opened for this call are closed again
   */
  openFurther(count: number): Promise<void>;
  /**
   * Until then every port answers 503: the addresses are known before the services that need them.
   * @param further what answers at the further ports, in their order; the ports beyond are closed
   */
  serve(services: Services, further: readonly Service[]): void;
  close(): Promise<void>;
}

export interface OpenPortsOptions {
  /** First of six neighbours; 0 picks six free ones. */
  readonly port: number;
  readonly host: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** @throws BootError when a port is taken; those opened before it are closed again. */
export async function openPorts(options: OpenPortsOptions): Promise<OpenPorts> {
  let fixedServices: Services | undefined;
  let furtherServices: readonly Service[] = [];
  const fixed = new PortRow(options, options.port, (at) => {
    const name = ORIGIN_NAMES[at];
    return (name && fixedServices?.[name]) ?? STARTING;
  });
  await fixed.openUpTo(ORIGIN_NAMES.length);
  const base = options.port === 0 ? 0 : options.port + ORIGIN_NAMES.length;
  const further = new PortRow(options, base, (at) => furtherServices[at] ?? STARTING);
  return {
    origins: namedOrigins(fixed.origins),
    get further() {
      return further.origins;
    },
    openFurther: (count) => further.openUpTo(count),
    serve: (services, more) => {
      fixedServices = services;
      furtherServices = more;
      void further.closeBeyond(more.length);
    },
    close: async () => {
      await Promise.all([fixed.closeBeyond(0), further.closeBeyond(0)]);
    },
  };
}

/** Neighbouring ports, opened and closed at their end. */
class PortRow {
  readonly #open: LoopbackPort[] = [];
  #closing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: OpenPortsOptions,
    private readonly base: number,
    private readonly serviceAt: (at: number) => Service,
  ) {}

  get origins(): readonly string[] {
    return this.#open.map(({ port }) => `http://${this.options.host}:${port}`);
  }

  /** @throws BootError when a port is taken; the row is as it was before then */
  async openUpTo(count: number): Promise<void> {
    await this.#closing;
    const before = this.#open.length;
    try {
      while (this.#open.length < count) this.#open.push(await this.#listen(this.#open.length));
    } catch (error) {
      await this.closeBeyond(before);
      throw error;
    }
  }

  closeBeyond(count: number): Promise<void> {
    const closing = this.#open.splice(count).map((port) => port.close());
    const all = Promise.all([this.#closing, ...closing]);
    this.#closing = all;
    return all.then(() => undefined);
  }

  async #listen(at: number): Promise<LoopbackPort> {
    const service = (): Service => this.serviceAt(at);
    const wanted = this.base === 0 ? 0 : this.base + at;
    if (wanted > MAX_PORT) {
      throw new BootError(
        'ERR_PORT_TAKEN',
        `The stack needs port ${wanted}, and ${MAX_PORT} is the last there is. Choose a lower --port <base>.`,
      );
    }
    try {
      return await listenOnLoopback(
        wanted,
        (port) => createServiceServer({ ...this.options, service, port }),
        this.options.log,
      );
    } catch (error) {
      throw await nameTaker(error, wanted, operatorPortsBeside(wanted));
    }
  }
}

/** Where the operator port of another local cloud is, whichever of its fixed ports this one is. */
function operatorPortsBeside(port: number): readonly number[] {
  return ORIGIN_NAMES.map((_, at) => port - at + ORIGIN_NAMES.indexOf('operator'));
}

function namedOrigins(origins: readonly string[]): Origins {
  const entries = ORIGIN_NAMES.map((name, at) => [name, origins[at] ?? ''] as const);
  // Object.fromEntries forgets which names there are.
  return Object.fromEntries(entries) as Origins;
}

const STARTING: Service = {
  name: 'starting',
  handle: () =>
    Promise.resolve({
      status: 503,
      headers: [['Retry-After', '1']],
      body: 'Gatehouse is starting.\n',
      decision: '503 starting',
    }),
  refuse: () => ({ status: 400, headers: [], body: '', decision: '400 malformed' }),
};
