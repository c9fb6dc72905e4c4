import type { LambdaFunction } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { ConcurrencyLimit } from './concurrency-limit';
import { FunctionCode } from './function-code';
import { assertEnvironment } from './function-environment';
import { FunctionPool } from './function-pool';
import { assertRuntime, settingsOf } from './function-settings';
import type { Lambda } from './invocation';
import { OutsideWatch } from './outside-watch';
import { PooledLambda, type PooledFunction } from './pooled-lambda';
import { RebuiltFile } from './rebuilt-file';
import { TaskFolders } from './task-folders';
import { readWorkerProgram, type WorkerProgram } from './worker-program';

export interface LambdaServices {
  readonly functions: readonly LambdaFunction[];
  /** Where the functions' packages lie. */
  readonly stackFolder: string;
  readonly log: Log;
  readonly clock: Clock;
  /**
   * A module that runs in place of the stack's one function, loaded anew when the file changes.
   * @default the packages of the stack
   */
  readonly functionFile?: string;
  /** @default `readWorkerProgram()` */
  readonly workerProgram?: WorkerProgram;
}

/**
 * The functions of a stack, unpacked and ready to be invoked; a worker starts with the first invocation.
 * @throws BootError when a package cannot be used, a runtime does not run here, or AWS would refuse the environment variables
 */
export function createLambda(services: LambdaServices): Lambda {
  const { functions, functionFile } = services;
  assertOneFunction(services);
  functions.forEach(assertRuntime);
  functions.forEach(assertEnvironment);
  const folders = new TaskFolders();
  try {
    const outsideWatch = new OutsideWatch();
    const pooled = new Map(
      functions.map((fn) => [fn.arn, poolOf(fn, folders, { ...services, outsideWatch })]),
    );
    const moduleFile = functionFile === undefined ? undefined : new RebuiltFile(functionFile);
    return new PooledLambda(pooled, folders, moduleFile);
  } catch (error) {
    folders.remove();
    throw error;
  }
}

function poolOf(
  fn: LambdaFunction,
  folders: TaskFolders,
  services: LambdaServices & { readonly outsideWatch: OutsideWatch },
): PooledFunction {
  const { stackFolder, clock, log, functionFile, outsideWatch } = services;
  const { workerProgram = readWorkerProgram() } = services;
  const { reservedConcurrency } = fn;
  const code = new FunctionCode(fn, folders, stackFolder, log);
  const pool = new FunctionPool(() =>
    settingsOf(fn, {
      taskFolder: code.folder,
      clock,
      log,
      moduleFile: functionFile,
      program: workerProgram,
      outsideWatch,
    }),
  );
  const limit =
    reservedConcurrency === undefined ? undefined : new ConcurrencyLimit(reservedConcurrency);
  return { pool, code, ...(limit && { limit }) };
}

function assertOneFunction({ functions, functionFile }: LambdaServices): void {
  if (functionFile === undefined || functions.length === 1) return;
  throw new BootError(
    'ERR_LAMBDA_FUNCTION_FILE',
    `${functionFile} can stand in for one function, and this stack has ${functions.length}; start without it.`,
  );
}
