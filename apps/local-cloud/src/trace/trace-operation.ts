import type { Clock } from '../clock';
import { AwsError } from '../http/json-error';
import type { OperationCall, Unheard } from '../http/json-protocol';
import type { HttpRequest } from '../http/message';
import { describeOperation, type OperationEnd } from './describe-operation';
import type { OperationNotes } from './operation-notes';
import type { Trace } from './trace';
import type { TraceRecorder } from './trace-ring';

/** Where it is remembered, and by which clock. */
export interface Tracing {
  readonly traces: TraceRecorder;
  readonly clock: Clock;
}

/** What is asked of whom. */
export interface Traced extends Pick<Trace, 'service'> {
  readonly operation: string;
}

/** Runs an operation of Cognito or STS, and remembers how it came out. What is our own fault is not remembered. */
export async function traceOperation<Answer extends { readonly decision: string }>(
  { traces, clock }: Tracing,
  { service, operation }: Traced,
  { requestId, laboratory }: Pick<OperationCall, 'requestId' | 'laboratory'>,
  run: (notes: OperationNotes) => Answer | Promise<Answer>,
): Promise<Answer> {
  const atMs = clock.now();
  // What the laboratory held back had come before.
  const startedAt = performance.now() - (laboratory?.heldMs ?? 0);
  const notes: OperationNotes = {};
  const record = (how: Pick<OperationEnd, 'status' | 'decision' | 'refusal'>): void => {
    const durationMs = performance.now() - startedAt;
    const end = { service, operation, requestId, atMs, durationMs, ...how };
    const marked = laboratory === undefined ? end : { ...end, laboratory };
    traces.record(requestId, ({ seq }) => describeOperation(notes, marked, seq));
  };
  try {
    const answer = await run(notes);
    record({ status: 200, decision: answer.decision });
    return answer;
  } catch (error) {
    if (error instanceof AwsError) record({ status: error.status, refusal: refusalOf(error) });
    throw error;
  }
}

/** Remembers a request that reached no operation: there is none of that name, or the laboratory answered in its place. */
export function traceUnheard(
  { traces, clock }: Tracing,
  service: Trace['service'],
  { requestId, laboratory }: Pick<HttpRequest, 'requestId' | 'laboratory'>,
  { operation, error, isOrdered }: Unheard,
): void {
  const notes: OperationNotes = { refusedAt: isOrdered ? 'laboratory' : 'operation' };
  const end: OperationEnd = {
    service,
    ...(operation !== undefined && { operation }),
    requestId,
    atMs: clock.now(),
    durationMs: laboratory?.heldMs ?? 0,
    status: error.status,
    refusal: refusalOf(error),
    ...(laboratory && { laboratory }),
  };
  traces.record(requestId, ({ seq }) => describeOperation(notes, end, seq));
}

function refusalOf({ type, message, because }: AwsError): NonNullable<OperationEnd['refusal']> {
  return { errorType: type, because: because ?? message };
}
