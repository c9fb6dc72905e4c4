import type { Service } from '../http/message';

/** Counts requests that are being answered, and promises when the last of them has its answer. */
export interface InFlight {
  /** The same service, its requests counted. */
  readonly count: (service: Service) => Service;
  /** Resolves as soon as none is being answered: at once where there is none. */
  readonly idle: () => Promise<void>;
}

export function createInFlight(): InFlight {
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  return {
    count: (service) => ({
      ...service,
      async handle(request) {
        inFlight += 1;
        try {
          return await service.handle(request);
        } finally {
          inFlight -= 1;
          if (inFlight === 0) for (const resume of waiting.splice(0)) resume();
        }
      },
    }),
    idle: () =>
      new Promise((resolve) => {
        if (inFlight === 0) resolve();
        else waiting.push(resolve);
      }),
  };
}
