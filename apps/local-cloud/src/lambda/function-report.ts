export interface FailedInvocation {
  readonly requestId: string;
  readonly durationMs: number;
  readonly memoryMb: number;
  readonly errorType: string;
}

/** What the service says of itself; any other name is the function's own. */
const OF_THE_SERVICE = /^(?:Runtime|Sandbox|Function)\./;

/**
 * The line with which Lambda's log of a failed invocation ends: it names the request, by which it can be explained.
 * Source: AWS Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs", REPORT; what is billed is left out.
 */
export function reportLine(failed: FailedInvocation): string {
  const { requestId, durationMs, memoryMb, errorType } = failed;
  return [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${durationMs.toFixed(2)} ms`,
    `Memory Size: ${memoryMb} MB`,
    ...statusOf(errorType),
  ].join('\t');
}

function statusOf(errorType: string): readonly string[] {
  if (errorType === 'Sandbox.Timedout') return ['Status: timeout'];
  return OF_THE_SERVICE.test(errorType) ? ['Status: error', `Error Type: ${errorType}`] : [];
}
