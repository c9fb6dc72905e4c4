import type { InvokeDecision, Method, RestApi, Stage } from '@gatehouse/auth-model';

import type { FunctionRun } from '../api-gateway/integrations/integration';
import type { SignatureClaim } from '../sigv4/signature-claim';
import type { KeyInPlan } from '../api-gateway/usage/api-key-ring';
import type { SeenLimits } from '../api-gateway/usage/usage-limits';
import type { TemporaryCredentials } from '../cognito-identity/credentials';
import type { HttpRequest } from '../http/message';
import type { CALL_STEPS } from './trace';

export type CallStep = (typeof CALL_STEPS)[number];

/** The step that said no. */
export interface Refusal {
  readonly step: CallStep;
  readonly errorType: string;
  /** A clause, as the log has it. */
  readonly because: string;
}

/**
 * What one call came to, step by step: references to what decided, and no more. A thousand of these are kept, so none may keep a
 * body, the headers or a token of its request alive.
 */
export interface CallNotes {
  readonly request: Pick<
    HttpRequest,
    'requestId' | 'receivedAtMs' | 'method' | 'rawPath' | 'rawQuery' | 'laboratory'
  >;
  readonly api: Pick<RestApi, 'name'>;
  readonly startedAt: number;
  stage?: Stage;
  method?: Method;
  pathParameters?: Readonly<Record<string, string>> | null;
  claim?: Pick<SignatureClaim, 'placement' | 'signedHeaders'>;
  caller?: TemporaryCredentials;
  /** Absent where nothing had to be weighed. */
  decided?: InvokeDecision;
  inPlan?: KeyInPlan;
  limits?: SeenLimits;
  run?: FunctionRun;
  refusal?: Refusal;
  status: number;
  durationMs: number;
}

export function openNotes(request: HttpRequest, api: CallNotes['api']): CallNotes {
  const { requestId, receivedAtMs, method, rawPath, rawQuery, laboratory } = request;
  return {
    request: {
      requestId,
      receivedAtMs,
      method,
      rawPath,
      rawQuery,
      ...(laboratory && { laboratory }),
    },
    api,
    // What the laboratory held back had come before.
    startedAt: performance.now() - (laboratory?.heldMs ?? 0),
    status: 0,
    durationMs: 0,
  };
}

/** @returns the failure, to be answered with */
export function noteRefusal<Failure extends Omit<Refusal, 'step'>>(
  notes: CallNotes,
  step: CallStep,
  failure: Failure,
): Failure {
  const { errorType, because } = failure;
  notes.refusal = { step, errorType, because };
  return failure;
}
