import type { Outcome } from './outcome';

/** How execute-api (and Cognito's triggers) reach a function. */
export interface LambdaInvoker {
  /** `event` must be JSON. Resolves also when the function failed: the failure is data. */
  invoke(functionArn: string, event: unknown, options: InvokeOptions): Promise<InvocationResult>;
}

/** The functions of one stack, as whoever starts and stops them sees them. */
export interface Lambda extends LambdaInvoker {
  /**
   * Runs what is called from now on in new workers; what runs already runs on.
   * @param functionArn @default every function
   */
  reload(functionArn?: string): void;
  /** Ends every worker and removes what was unpacked. */
  close(): Promise<void>;
}

export interface InvokeOptions {
  /** The integration's own limit; the function's timeout applies as well. */
  readonly timeoutMs: number;
  readonly requestId: string;
}

export type InvocationResult = InvocationTimes &
  (
    | Outcome
    /** The caller's own limit. The function runs on; its own timeout is an error of the function. */
    | { readonly kind: 'timed-out' }
  );

export interface InvocationTimes {
  /** As the caller sees it: with the start of a cold environment, and with waiting for one. */
  readonly durationMs: number;
  /** `cold`: the first in its environment. Absent: it never got one. */
  readonly start?: 'cold' | 'warm';
}
