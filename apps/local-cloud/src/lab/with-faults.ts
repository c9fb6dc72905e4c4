import type { HttpRequest, HttpResponse, LaboratoryMark, Service } from '../http/message';
import type { Fault, FaultyService } from './fault';
import type { FaultList } from './fault-list';

export interface FaultsOptions {
  readonly faults: FaultList;
  /** Ends after so many milliseconds. */
  readonly wait: (delayMs: number) => Promise<unknown>;
}

/** What each service is called among faults, by its own name. */
const FAULTY_NAME: Readonly<Record<string, FaultyService>> = {
  's3-website': 'website',
  'cognito-idp': 'userPools',
  'cognito-identity': 'identityPools',
  'execute-api': 'api',
  s3: 's3',
};

/** A service to which what was ordered happens. Without a fault for a request, it is the service's own answer. */
export function withFaults(service: Service, { faults, wait }: FaultsOptions): Service {
  const name = FAULTY_NAME[service.name];
  if (name === undefined) return service;
  return {
    ...service,
    handle: async (request) => {
      const struck = faults.strike(name, request);
      if (struck.length === 0) return service.handle(request);
      const marked: HttpRequest = { ...request, laboratory: await strike(struck, wait) };
      const ordered = struck.map(({ kind }) => FAULT_OF[kind]).find((fault) => fault !== undefined);
      const answered =
        (ordered && service.fail?.(ordered, marked)) ?? (await service.handle(marked));
      return marked.laboratory?.withoutCors === true ? withoutCors(answered) : answered;
    },
  };
}

/** Holds a request back where that is ordered. @returns what happened to it, for whoever tells how it was answered */
async function strike(
  struck: readonly Fault[],
  wait: FaultsOptions['wait'],
): Promise<LaboratoryMark> {
  const delayMs = struck.reduce((sum, fault) => sum + (fault.delayMs ?? 0), 0);
  const since = performance.now();
  if (delayMs > 0) await wait(delayMs);
  const heldMs = delayMs > 0 ? performance.now() - since : 0;
  return { delayMs, heldMs, withoutCors: struck.some(({ kind }) => kind === 'no-cors') };
}

const FAULT_OF = {
  delay: undefined,
  throttle: 'throttled',
  error: 'failed',
  'no-cors': undefined,
} as const satisfies Record<Fault['kind'], string | undefined>;

function withoutCors(response: HttpResponse): HttpResponse {
  const headers = response.headers.filter(
    ([name]) => !name.toLowerCase().startsWith('access-control-'),
  );
  return { ...response, headers, decision: `${response.decision}; its CORS headers are held back` };
}
