import type { Clock } from '../clock';
import type { Log } from '../log';
import { listenOnLoopback, type LoopbackPort } from './loopback';
import type { Service } from './message';
import { createServiceServer } from './service-server';

/** One origin each, as on AWS, so that CORS is real; in the order of their ports. */
export const ORIGIN_NAMES = ['website', 'userPools', 'identityPools', 'api', 'operator'] as const;

export type OriginName = (typeof ORIGIN_NAMES)[number];

/** `http://localhost:4200`: scheme, name and port, without a slash. */
export type Origins = Readonly<Record<OriginName, string>>;

export type Services = Readonly<Record<OriginName, Service>>;

export interface OpenPorts {
  readonly origins: Origins;
  /** Until then every port answers 503: the addresses are known before the services that need them. */
  serve(services: Services): void;
  close(): Promise<void>;
}

export interface OpenPortsOptions {
  /** First of five neighbours; 0 picks five free ones. */
  readonly port: number;
  readonly host: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** @throws BootError when a port is taken; those opened before it are closed again. */
export async function openPorts(options: OpenPortsOptions): Promise<OpenPorts> {
  const opened: LoopbackPort[] = [];
  let services: Services | undefined;
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((port) => port.close()));
  };
  try {
    for (const [index, name] of ORIGIN_NAMES.entries()) {
      const wanted = options.port === 0 ? 0 : options.port + index;
      const service = (): Service => services?.[name] ?? STARTING;
      opened.push(
        await listenOnLoopback(
          wanted,
          (port) => createServiceServer({ ...options, service, port }),
          options.log,
        ),
      );
    }
  } catch (error) {
    await close();
    throw error;
  }
  const originAt = (index: number): string => `http://${options.host}:${opened[index]?.port ?? 0}`;
  return {
    origins: {
      website: originAt(0),
      userPools: originAt(1),
      identityPools: originAt(2),
      api: originAt(3),
      operator: originAt(4),
    },
    serve: (ready) => {
      services = ready;
    },
    close,
  };
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
