import { readFileSync } from 'node:fs';

/** What a worker thread runs, and the flags of Node that it needs. */
export interface WorkerProgram {
  readonly url: URL;
  readonly execArgv: string[];
}

/**
 * The second entry of the bundle, read now: a build during a run must not mix its worker with our process. Or, run from its sources,
 * the file beside this one, by the loader that this process was itself started with (slow: half a second for each worker).
 */
export function readWorkerProgram(): WorkerProgram {
  if (import.meta.url.endsWith('.ts')) {
    return { url: new URL('./worker.ts', import.meta.url), execArgv: process.execArgv };
  }
  const text = readFileSync(new URL('./lambda-worker.mjs', import.meta.url), 'utf8');
  return { url: new URL(`data:text/javascript,${encodeURIComponent(text)}`), execArgv: [] };
}
