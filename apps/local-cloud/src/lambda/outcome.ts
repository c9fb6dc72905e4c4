import type { FunctionFailure } from './worker-messages';

/** What one invocation came to; how long it took is counted by whoever asked. */
export type Outcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  | { readonly kind: 'function-error'; readonly errorType: string; readonly errorMessage: string }
  | { readonly kind: 'timed-out' };

/** Why a thread is gone, as the invocation that it takes along hears it. */
export type Ending = (requestId: string) => Outcome;

export function failedWith({ errorType, errorMessage }: FunctionFailure): Outcome {
  return { kind: 'function-error', errorType, errorMessage };
}

export const timedOut: Ending = () => ({ kind: 'timed-out' });

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

/** The local cloud closes: nobody is left to answer. */
export const stopping: Ending = () => ({
  kind: 'function-error',
  errorType: 'ServiceException',
  errorMessage: 'The local cloud is stopping',
});
