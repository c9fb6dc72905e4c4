import type { FunctionFailure } from './worker-messages';

/** What one invocation came to; how long it took is counted by whoever asked. */
export type Outcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  /** It ran, and failed. */
  | { readonly kind: 'function-error'; readonly errorType: string; readonly errorMessage: string }
  /** Lambda did not run it, in the words of its API. */
  | { readonly kind: 'refused'; readonly errorType: string; readonly errorMessage: string };

/** Why a thread is gone, as the invocation that it takes along hears it. */
export type Ending = (requestId: string) => Outcome;

export function failedWith({ errorType, errorMessage }: FunctionFailure): Outcome {
  return { kind: 'function-error', errorType, errorMessage };
}

/** Source: answers of AWS, in public captures; AWS Lambda Developer Guide, "Configure Lambda function timeout". */
export function timedOut(timeoutMs: number): Ending {
  return (requestId) => ({
    kind: 'function-error',
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: ${taskTimedOut(timeoutMs)}`,
  });
}

export function taskTimedOut(timeoutMs: number): string {
  return `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
}

/**
 * The runtime ended without an answer.
 * Source: AWS Lambda Developer Guide, "Troubleshoot invocation issues in Lambda": `exit status 1`, `signal: killed` (out of memory).
 */
export function exited(reason: string | undefined): Ending {
  const how =
    reason === undefined ? 'exited without providing a reason' : `exited with error: ${reason}`;
  return (requestId) => ({
    kind: 'function-error',
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime ${how}`,
  });
}

/** Too many at once. Source: AWS Lambda API Reference, Invoke, TooManyRequestsException. */
export const THROTTLED: Outcome = {
  kind: 'refused',
  errorType: 'TooManyRequestsException',
  errorMessage: 'Rate Exceeded.',
};

/** The local cloud closes: nobody is left to answer. */
export const stopping: Ending = () => ({
  kind: 'refused',
  errorType: 'ServiceException',
  errorMessage: 'The local cloud is stopping',
});
