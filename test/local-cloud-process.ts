import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUNDLE = 'dist/local-cloud/main.mjs';
const READY = /^Gatehouse is ready: (http:\/\/\S+)$/m;

/** The local cloud as people run it: its bundle, in a process of its own, on free ports. */
export interface LocalCloudProcess {
  /** Of a stack without one: where its API's first stage is called. */
  readonly website: string;
  readonly dataDir: string;
  readonly pid: number;
  /** All it has printed so far, on both streams. */
  output(): string;
  /** Resolves as soon as that matches: a line may come after the answer that it is about. */
  printed(pattern: RegExp): Promise<void>;
  /** Reads an operator endpoint with the token of the data folder. */
  readOperator(path: string): Promise<unknown>;
  /** Asks an operator endpoint, with that token unless `init` has headers of its own, and hands the answer over whatever it is. */
  askOperator(path: string, init?: RequestInit): Promise<Response>;
  /** Sends the signal and waits for the end. @returns the exit code, or the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | string | null>;
}

export interface StartOptions {
  readonly args?: readonly string[];
  /** Keeps an earlier run's data; by default each run has a folder of its own, removed at the end. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Runs with `--ephemeral` in place of a data folder. */
  readonly ephemeral?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it and waits until it says that it is ready. @throws with what it printed when it ends instead. */
export async function startLocalCloudProcess(
  options: StartOptions = {},
): Promise<LocalCloudProcess> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  const keeping = options.ephemeral === true ? ['--ephemeral'] : ['--data-dir', dataDir];
  const args = ['--port', String(options.port ?? 0), ...keeping, ...(options.args ?? [])];
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', BUNDLE, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    },
  );
  let printed = '';
  const website = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      const ready = READY.exec(printed)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      reject(new Error(`the local cloud ended with ${String(code)}:\n${printed}`));
    });
  });
  const ownsDataDir = options.dataDir === undefined;
  return {
    website,
    dataDir,
    pid: child.pid ?? 0,
    output: () => printed,
    printed: (pattern) => printedBy(child, () => printed, pattern),
    readOperator: async (path) => {
      const answer = await askOperator(printed, dataDir, path);
      if (!answer.ok)
        throw new Error(`operator ${path} answered ${answer.status}: ${await answer.text()}`);
      return answer.json();
    },
    askOperator: (path, init) => askOperator(printed, dataDir, path, init),
    stop: (signal = 'SIGTERM') =>
      stop(child, signal, () => {
        if (ownsDataDir) rmSync(dataDir, { recursive: true, force: true });
      }),
  };
}

function printedBy(child: ChildProcess, printed: () => string, pattern: RegExp): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!pattern.test(printed())) return;
      child.stdout?.off('data', look);
      resolve();
    };
    child.stdout?.on('data', look);
    look();
  });
}

async function askOperator(
  printed: string,
  dataDir: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const origin = /^\s*operator\s+(http:\/\/\S+)/m.exec(printed)?.[1];
  if (origin === undefined) throw new Error(`no operator address in:\n${printed}`);
  const token = readFileSync(join(dataDir, 'operator-token'), 'utf8').trim();
  return fetch(`${origin}${path}`, { headers: { 'X-Gatehouse-Token': token }, ...init });
}

async function stop(
  child: ChildProcess,
  signal: NodeJS.Signals,
  cleanUp: () => void,
): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  cleanUp();
  return child.exitCode ?? child.signalCode;
}
