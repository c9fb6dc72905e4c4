import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

import type { LambdaFunction } from '@gatehouse/auth-model';
import { buildSync } from 'esbuild';
import { strToU8, zipSync } from 'fflate';

import { createLambda, type LambdaServices } from '../create-lambda';
import type { InvocationResult, InvokeOptions, Lambda } from '../invocation';
import type { WorkerProgram } from '../worker-program';

export const ARN = 'arn:aws:lambda:us-west-2:123456789012:function:sample';

export const SAMPLE: LambdaFunction = {
  address: 'aws_lambda_function.sample',
  name: 'sample',
  arn: ARN,
  handler: 'index.handler',
  runtime: 'nodejs24.x',
  filename: 'assets/function.zip',
  environment: {},
  timeoutSeconds: 5,
  memoryMb: 128,
  permissions: [],
};

/** The worker as it ships: bundled. */
const WORKER = buildSync({
  entryPoints: [fileURLToPath(new URL('../worker.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
}).outputFiles[0]?.text;
const BUNDLED_WORKER: WorkerProgram = {
  url: new URL(`data:text/javascript,${encodeURIComponent(WORKER ?? '')}`),
  execArgv: [],
};

/** A function that runs for the length of one test. */
export interface SampleLambda {
  readonly lambda: Lambda;
  /** What was logged, without the function's name. */
  readonly lines: readonly string[];
  readonly invoke: (event?: unknown, options?: Partial<InvokeOptions>) => Promise<InvocationResult>;
}

export function payloadOf(result: InvocationResult): unknown {
  assert.ok(result.kind === 'returned', JSON.stringify(result));
  return result.payload;
}

/** An empty folder that goes with the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-lambda-test-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])));
}

/** A stack folder with one package in it. */
export function stackFolder(t: TestContext, zip: Uint8Array): string {
  const folder = temporaryFolder(t);
  const path = join(folder, SAMPLE.filename);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, zip);
  return folder;
}

/** The local cloud's Lambda over a real zip of these files. */
export function lambdaOf(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  fn: Partial<LambdaFunction> = {},
  services: Partial<LambdaServices> = {},
): SampleLambda {
  const lines: string[] = [];
  const lambda = createLambda({
    functions: [{ ...SAMPLE, ...fn }],
    stackFolder: stackFolder(t, zipOf(files)),
    log: (line) => lines.push(line.replace('[sample] ', '')),
    clock: { now: () => Date.UTC(2026, 0, 31) },
    workerProgram: BUNDLED_WORKER,
    ...services,
  });
  t.after(() => lambda.close());
  const defaults: InvokeOptions = { timeoutMs: 29_000, requestId: 'request-1' };
  return {
    lambda,
    lines,
    invoke: (event = {}, options = {}) => lambda.invoke(ARN, event, { ...defaults, ...options }),
  };
}
