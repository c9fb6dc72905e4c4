import type { Service } from '../http/message';

/** Services whose requests are counted, and a promise for when the last of them has its answer. */
export interface Counted<Name extends string> {
  readonly services: Readonly<Record<Name, Service>>;
  /** Resolves as soon as none is being answered: at once where there is none. */
  idle(): Promise<void>;
}

export function countInFlight<Name extends string>(
  services: Readonly<Record<Name, Service>>,
): Counted<Name> {
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  const counted = (service: Service): Service => ({
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
  });
  const entries = Object.entries<Service>(services).map(([name, service]) => [
    name,
    counted(service),
  ]);
  return {
    // Object.fromEntries forgets which names there are.
    services: Object.fromEntries(entries) as Readonly<Record<Name, Service>>,
    idle: () =>
      new Promise((resolve) => {
        if (inFlight === 0) resolve();
        else waiting.push(resolve);
      }),
  };
}
