import type { Clock } from '../clock';
import { AwsError } from '../http/json-error';
import type { OperationAnswer, OperationCall } from '../http/json-protocol';
import { describeSession, type SessionAnswer } from './describe-session';
import type { SessionNotes } from './session-notes';
import type { TraceRecorder } from './trace-ring';

/** Runs an operation that gives credentials, and remembers how it came out. What is our own fault is not remembered. */
export async function traceSession(
  { traces, clock }: { readonly traces: TraceRecorder; readonly clock: Clock },
  operation: string,
  { requestId }: Pick<OperationCall, 'requestId'>,
  run: (notes: SessionNotes) => Promise<OperationAnswer>,
): Promise<OperationAnswer> {
  const atMs = clock.now();
  const startedAt = performance.now();
  const notes: SessionNotes = {};
  const record = (status: number, refusal?: SessionAnswer['refusal']): void => {
    const durationMs = performance.now() - startedAt;
    const answer = { requestId, atMs, operation, status, durationMs, ...(refusal && { refusal }) };
    traces.record(requestId, ({ seq }) => describeSession(notes, answer, seq));
  };
  try {
    const answer = await run(notes);
    record(200);
    return answer;
  } catch (error) {
    if (error instanceof AwsError) {
      const { type, status, message, because } = error;
      record(status, { errorType: type, because: because ?? message });
    }
    throw error;
  }
}
