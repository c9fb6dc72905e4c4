/** What the process and a function's worker thread say to each other. */

/** Given to a thread at its birth; never changes. */
export interface WorkerFunction {
  /** The unpacked zip: AWS's `/var/task`. */
  readonly taskFolder: string;
  /** `index.handler`, as in Terraform. */
  readonly handler: string;
  /** Loaded in place of the module that the handler names. @default the module in the task folder */
  readonly moduleFile?: string;
  /** Whether handlers may answer through a callback: up to `nodejs22.x`. */
  readonly allowsCallbacks: boolean;
  readonly context: FixedContext;
  /**
   * Shared with the process: tickets of what was handed over and is still unclaimed. The thread that starts an invocation, or the
   * process that takes it back, swaps its ticket for `CLAIMED`; only one of them can.
   */
  readonly claims: Int32Array<SharedArrayBuffer>;
  /** Shared with the process: how often the thread has looked at its memory. For `OutsideWatch`. */
  readonly looks: Int32Array<SharedArrayBuffer>;
  /** The memory of a `PrintRing`: what the thread prints. */
  readonly printed: SharedArrayBuffer;
}

export const CLAIMED = 0;

/** What the context object says in every invocation of one thread. AWS's names. */
export interface FixedContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** Sent as a list: they run one after the other. */
export interface InvokeMessage {
  /** Its number among all that this thread was handed, from 1; the answer carries it back. */
  readonly ticket: number;
  /** Where in the thread's claims its ticket stands until someone claims it. */
  readonly slot: number;
  readonly requestId: string;
  readonly timeoutMs: number;
  /** JSON text: measured as fast as a structured clone, and it carries exactly what Lambda carries. */
  readonly event: string;
}

export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  /** For the log only. */
  readonly trace: readonly string[];
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  /** Ended by a signal, in the words of Lambda: `killed` where it holds more memory than the function has. */
  | { readonly kind: 'killed'; readonly signal: string }
  /** There is something in the ring, and no answer will say so soon. */
  | { readonly kind: 'printed' }
  /** What the ring has no room for. */
  | { readonly kind: 'log'; readonly text: string }
  /** `payload` is JSON text. */
  | { readonly kind: 'returned'; readonly ticket: number; readonly payload: string }
  | { readonly kind: 'failed'; readonly ticket: number; readonly failure: FunctionFailure }
  /** The thread ends; also sent where loading the handler failed. */
  | { readonly kind: 'died'; readonly failure: FunctionFailure };
