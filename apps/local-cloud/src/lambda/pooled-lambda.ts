import type { FunctionPool } from './function-pool';
import type { InvocationResult, InvokeOptions, Lambda } from './invocation';
import type { ModuleFile } from './module-file';
import type { Outcome } from './outcome';
import type { TaskFolders } from './task-folders';

/** Source: AWS Lambda Developer Guide, "Lambda quotas", invocation payload (synchronous). */
const MAX_EVENT_BYTES = 6_291_456;

export class PooledLambda implements Lambda {
  constructor(
    /** By function ARN. */
    private readonly pools: ReadonlyMap<string, FunctionPool>,
    private readonly folders: TaskFolders,
    private readonly moduleFile: ModuleFile | undefined,
  ) {}

  invoke(functionArn: string, event: unknown, options: InvokeOptions): Promise<InvocationResult> {
    const pool = this.pools.get(functionArn);
    if (pool === undefined) {
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
    return submit(pool, text, options);
  }

  reload(functionArn?: string): void {
    for (const [arn, pool] of this.pools) {
      if (functionArn === undefined || functionArn === arn) pool.reload();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
    this.folders.remove();
  }
}

function submit(
  pool: FunctionPool,
  event: string,
  options: InvokeOptions,
): Promise<InvocationResult> {
  const { requestId, timeoutMs } = options;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const answer = (outcome: Outcome, by: 'function' | 'integration'): void => {
      clearTimeout(timer);
      const durationMs = performance.now() - startedAt;
      resolve(
        outcome.kind === 'timed-out'
          ? { kind: 'timed-out', by, durationMs }
          : { ...outcome, durationMs },
      );
    };
    // The caller stops waiting; the function runs on, until its own timeout.
    const timer = setTimeout(() => {
      answer({ kind: 'timed-out' }, 'integration');
    }, timeoutMs);
    const settle = (outcome: Outcome): void => {
      answer(outcome, 'function');
    };
    pool.submit({ requestId, event, settle });
  });
}

function refuse(errorType: string, errorMessage: string): Promise<InvocationResult> {
  return Promise.resolve({ kind: 'function-error', errorType, errorMessage, durationMs: 0 });
}
