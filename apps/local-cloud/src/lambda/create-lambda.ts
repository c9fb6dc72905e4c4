import type { LambdaFunction } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { readFunctionPackage } from './function-package';
import { FunctionPool } from './function-pool';
import { assertRuntime, settingsOf } from './function-settings';
import type { Lambda } from './invocation';
import { ModuleFile } from './module-file';
import { PooledLambda } from './pooled-lambda';
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
 * @throws BootError when a package cannot be used, or a runtime does not run here
 */
export function createLambda(services: LambdaServices): Lambda {
  const { functions, functionFile } = services;
  assertOneFunction(services);
  functions.forEach(assertRuntime);
  const folders = new TaskFolders();
  try {
    const pools = new Map(functions.map((fn) => [fn.arn, createPool(fn, folders, services)]));
    const moduleFile = functionFile === undefined ? undefined : new ModuleFile(functionFile);
    return new PooledLambda(pools, folders, moduleFile);
  } catch (error) {
    folders.remove();
    throw error;
  }
}

function createPool(
  fn: LambdaFunction,
  folders: TaskFolders,
  services: LambdaServices,
): FunctionPool {
  const { stackFolder, clock, log, functionFile, workerProgram = readWorkerProgram() } = services;
  const taskFolder = unpack(fn, folders, stackFolder);
  return new FunctionPool(() =>
    settingsOf(fn, { taskFolder, clock, log, moduleFile: functionFile, program: workerProgram }),
  );
}

function unpack(fn: LambdaFunction, folders: TaskFolders, stackFolder: string): string {
  const files = readFunctionPackage(fn, stackFolder);
  try {
    return folders.unpack(files);
  } catch (cause) {
    throw new BootError(
      'ERR_LAMBDA_PACKAGE_REFUSED',
      `The package ${fn.filename} of ${fn.address} cannot be unpacked here: ${String(cause)}.`,
      { cause },
    );
  }
}

function assertOneFunction({ functions, functionFile }: LambdaServices): void {
  if (functionFile === undefined || functions.length === 1) return;
  throw new BootError(
    'ERR_LAMBDA_FUNCTION_FILE',
    `${functionFile} can stand in for one function, and this stack has ${functions.length}; start without it.`,
  );
}
