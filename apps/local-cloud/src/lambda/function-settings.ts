import { randomBytes } from 'node:crypto';

import type { LambdaFunction } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { environmentOf } from './function-environment';
import { FunctionLog } from './function-log';
import type { WorkerSettings } from './function-worker';
import type { OutsideWatch } from './outside-watch';
import type { WorkerProgram } from './worker-program';

/**
 * The runtimes that run here, all on this process's own Node.js. Callbacks ended with Node.js 24.
 * Source: AWS Lambda Developer Guide, "Lambda runtimes" and "Define Lambda function handler in Node.js".
 */
const RUNTIMES: Readonly<Record<string, { readonly allowsCallbacks: boolean }>> = {
  'nodejs18.x': { allowsCallbacks: true },
  'nodejs20.x': { allowsCallbacks: true },
  'nodejs22.x': { allowsCallbacks: true },
  'nodejs24.x': { allowsCallbacks: false },
};

/** @throws BootError for a runtime that does not run here */
export function assertRuntime({ address, name, runtime }: LambdaFunction): void {
  if (Object.hasOwn(RUNTIMES, runtime)) return;
  throw new BootError(
    'ERR_LAMBDA_RUNTIME',
    `The function ${name} (${address}) has the runtime ${JSON.stringify(runtime)}; the local cloud runs ${Object.keys(RUNTIMES).join(', ')}, all on its own Node.js.`,
  );
}

export interface SettingsSource {
  readonly taskFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly moduleFile: string | undefined;
  readonly program: WorkerProgram;
  readonly outsideWatch: OutsideWatch;
}

/** What one new worker is told. */
export function settingsOf(fn: LambdaFunction, source: SettingsSource): WorkerSettings {
  const { taskFolder, clock, log, moduleFile, program, outsideWatch } = source;
  const logging = {
    logGroupName: `/aws/lambda/${fn.name}`,
    logStreamName: logStreamName(clock),
  };
  return {
    program,
    function: {
      taskFolder,
      handler: fn.handler,
      ...(moduleFile === undefined ? {} : { moduleFile }),
      allowsCallbacks: RUNTIMES[fn.runtime]?.allowsCallbacks === true,
      context: {
        functionName: fn.name,
        functionVersion: '$LATEST',
        invokedFunctionArn: fn.arn,
        memoryLimitInMB: String(fn.memoryMb),
        ...logging,
      },
    },
    environment: environmentOf(fn, { taskFolder, ...logging }),
    memoryMb: fn.memoryMb,
    timeoutMs: fn.timeoutSeconds * 1000,
    log: new FunctionLog(fn.name, log),
    outsideWatch,
  };
}

/** `2026/01/31/[$LATEST]` and 32 hex digits, one for each execution environment. */
function logStreamName(clock: Clock): string {
  const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${randomBytes(16).toString('hex')}`;
}
