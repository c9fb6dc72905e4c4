import type { HttpRequest } from '../http/message';
import { header } from '../http/message';

/** The services that can be made to fail: those that an application calls. */
export const FAULTY_SERVICES = ['website', 'userPools', 'identityPools', 'api', 's3'] as const;

export type FaultyService = (typeof FAULTY_SERVICES)[number];

/**
 * `delay`: answers later. `throttle`: answers as AWS does to too many requests. `error`: answers as AWS does when it fails.
 * `no-cors`: answers without the headers that let a browser read it.
 */
export const FAULT_KINDS = ['delay', 'throttle', 'error', 'no-cors'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that goes wrong on purpose. */
export interface Fault {
  readonly service: FaultyService;
  readonly kind: FaultKind;
  /** Only of requests with this method. @default all */
  readonly method?: string;
  /** Only of requests whose path starts so: `/dev/vip`. @default all */
  readonly path?: string;
  /** Only of this operation of a Cognito service: `InitiateAuth`. @default all */
  readonly operation?: string;
  /** Of a `delay`. */
  readonly delayMs?: number;
  /** Each how manieth of the requests it is about: 2 is every other one. @default 1 */
  readonly every?: number;
  /** How often until it is over. @default without end */
  readonly times?: number;
}

/** Is the fault about this request? A preflight only where the fault says `OPTIONS`, or takes the headers that it is for. */
export function concerns(fault: Fault, service: FaultyService, request: HttpRequest): boolean {
  if (fault.service !== service) return false;
  if (fault.method === undefined) {
    if (request.method === 'OPTIONS' && fault.kind !== 'no-cors') return false;
  } else if (fault.method !== request.method) return false;
  if (fault.path !== undefined && !request.rawPath.startsWith(fault.path)) return false;
  return fault.operation === undefined || fault.operation === operationOf(request);
}

/** `AWSCognitoIdentityProviderService.InitiateAuth` → `InitiateAuth`. */
function operationOf(request: HttpRequest): string | undefined {
  return header(request, 'x-amz-target')?.split('.')[1];
}
