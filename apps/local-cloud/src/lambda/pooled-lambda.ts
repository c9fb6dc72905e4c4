import type { ConcurrencyLimit } from './concurrency-limit';
import type { FunctionCode } from './function-code';
import type { FunctionPool } from './function-pool';
import type { InvocationResult, InvocationTimes, InvokeOptions, Lambda } from './invocation';
import { THROTTLED, type Outcome } from './outcome';
import type { RebuiltFile } from './rebuilt-file';
import type { TaskFolders } from './task-folders';

/** Source: AWS Lambda Developer Guide, "Lambda quotas", invocation payload (synchronous). */
const MAX_EVENT_BYTES = 6_291_456;

export interface PooledFunction {
  readonly pool: FunctionPool;
  readonly code: FunctionCode;
  /** @default as many at once as come */
  readonly limit?: ConcurrencyLimit;
}

export class PooledLambda implements Lambda {
  constructor(
    /** By function ARN. */
    private readonly functions: ReadonlyMap<string, PooledFunction>,
    private readonly folders: TaskFolders,
    private readonly moduleFile: RebuiltFile | undefined,
  ) {}

  invoke(functionArn: string, event: unknown, options: InvokeOptions): Promise<InvocationResult> {
    const pooled = this.functions.get(functionArn);
    if (pooled === undefined) {
      return refuse('ResourceNotFoundException', `Function not found: ${functionArn}`);
    }
    const text = event === undefined ? 'null' : JSON.stringify(event);
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_EVENT_BYTES) {
      return refuse(
        'RequestTooLargeException',
        `${bytes} byte payload is too large for the RequestResponse invocation type (limit ${MAX_EVENT_BYTES} bytes)`,
      );
    }
    if (this.moduleFile?.hasChanged() === true) this.reload();
    if (pooled.code.refresh(pooled.pool.isBusy)) pooled.pool.reload();
    return submit(pooled, text, options);
  }

  reload(functionArn?: string): void {
    for (const [arn, { pool }] of this.functions) {
      if (functionArn === undefined || functionArn === arn) pool.reload();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.functions.values()].map(({ pool }) => pool.close()));
    this.folders.remove();
  }
}

function submit(
  { pool, limit }: PooledFunction,
  event: string,
  options: InvokeOptions,
): Promise<InvocationResult> {
  const { requestId, timeoutMs } = options;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let start: InvocationTimes['start'];
    const answer = (outcome: Outcome | { readonly kind: 'timed-out' }): void => {
      clearTimeout(timer);
      const durationMs = performance.now() - startedAt;
      resolve({ ...outcome, durationMs, ...(start && { start }) });
    };
    // The caller stops waiting; the function runs on, until its own timeout.
    const timer = setTimeout(() => {
      answer({ kind: 'timed-out' });
    }, timeoutMs);
    const onHanded = (handed: 'cold' | 'warm'): void => {
      start = handed;
    };
    const invocation = { requestId, event, settle: answer, onHanded };
    const admitted = limit === undefined ? invocation : limit.admit(invocation);
    if (admitted === undefined) answer(THROTTLED);
    else pool.submit(admitted);
  });
}

function refuse(errorType: string, errorMessage: string): Promise<InvocationResult> {
  return Promise.resolve({ kind: 'refused', errorType, errorMessage, durationMs: 0 });
}
