import { Worker } from 'node:worker_threads';

import type { FunctionLog } from './function-log';
import { reportLine } from './function-report';
import { HandedOver, type Invocation } from './handed-over';
import { exited, failedWith, taskTimedOut, timedOut, type Ending, type Outcome } from './outcome';
import type { OutsideWatch, OutsideWatched } from './outside-watch';
import { PrintRing } from './print-ring';
import type { FunctionFailure, WorkerFunction, WorkerMessage } from './worker-messages';
import type { WorkerProgram } from './worker-program';

/**
 * A start that takes longer is begun anew, within the timeout of the function: so it succeeds within either.
 * Source: AWS Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle", init phase.
 */
const INIT_LIMIT_MS = 10_000;
/** How AWS says that the memory is used up. */
const KILLED = 'signal: killed';

export interface WorkerSettings {
  readonly program: WorkerProgram;
  readonly function: Omit<WorkerFunction, 'claims' | 'looks' | 'printed'>;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly log: FunctionLog;
  readonly outsideWatch: OutsideWatch;
}

/** What a thread that is gone leaves to its owner. */
export interface Left {
  /** Loading the function failed: whoever waits for it must hear why. */
  readonly neverReady: Ending | undefined;
  /** Handed over, but not begun: to be run elsewhere. */
  readonly unstarted: readonly Invocation[];
}

export interface WorkerOwner {
  /** Ready for an invocation: when the function is loaded, and after each one. */
  onIdle(worker: FunctionWorker): void;
  /** Runs one, and could be handed the next. */
  onRoom(worker: FunctionWorker): void;
  /** Called once. */
  onGone(worker: FunctionWorker, left: Left): void;
}

/**
 * One execution environment: a thread that has loaded the function and runs one invocation at a time. A thread keeps the function's
 * environment variables and memory apart from this process; it is no sandbox against code that means harm.
 */
export class FunctionWorker {
  readonly #thread: Worker;
  #state: 'starting' | 'idle' | 'busy' | 'gone' = 'starting';
  #retired = false;
  readonly #handed = new HandedOver();
  readonly #printed = new PrintRing();
  readonly #watched: OutsideWatched;
  #timer: NodeJS.Timeout;
  /** When what is timed now began: the start of the thread, or an invocation. */
  #since = 0;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly owner: WorkerOwner,
  ) {
    const looks = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.#thread = new Worker(settings.program.url, {
      workerData: {
        ...settings.function,
        claims: this.#handed.claims,
        looks,
        printed: this.#printed.memory,
      } satisfies WorkerFunction,
      env: settings.environment,
      execArgv: settings.program.execArgv,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
    });
    this.#watched = settings.outsideWatch.add({
      limitBytes: settings.memoryMb * 1024 * 1024,
      looks: () => Atomics.load(looks, 0),
      kill: () => {
        this.#exit(KILLED);
      },
    });
    this.#timer = this.#limit(Math.max(INIT_LIMIT_MS, settings.timeoutMs));
    this.#listen();
  }

  get isStarting(): boolean {
    return this.#state === 'starting';
  }

  /** How many invocations it should be handed to run after the one that runs now. */
  get room(): number {
    return this.#state === 'busy' && !this.#retired ? this.#handed.room : 0;
  }

  /** Only while idle, or as many as there is room for: then they run after the one that runs now. */
  run(invocations: readonly Invocation[]): void {
    const { timeoutMs } = this.settings;
    this.#handed.hand(this.#thread, invocations, timeoutMs);
    if (this.#state === 'busy') return;
    this.#state = 'busy';
    this.#watched.begin();
    this.#timer = this.#limit(timeoutMs);
  }

  /** What was handed over ahead of time and has not begun. */
  takeBack(): readonly Invocation[] {
    return this.#handed.takeBack();
  }

  /** Takes no further invocation, and ends once the one that runs is answered. */
  retire(): void {
    this.#retired = true;
    if (this.#state !== 'busy') this.#end(exited(undefined));
  }

  /** Ends now, taking the running invocation along. Resolves when the thread is gone. */
  async stop(ending: Ending): Promise<void> {
    this.#end(ending);
    await this.#thread.terminate();
  }

  #listen(): void {
    const thread = this.#thread;
    // The function prints through messages; what arrives here is what Node itself has to say.
    for (const stream of [thread.stdout, thread.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.settings.log.print(text);
      });
    }
    thread.on('message', (message: WorkerMessage) => {
      this.#receive(message);
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#exit(outOfMemory ? KILLED : error.message);
    });
    thread.on('exit', (code) => {
      this.#exit(code === 0 ? undefined : `exit status ${code}`);
    });
  }

  #receive(message: WorkerMessage): void {
    if (this.#state === 'gone') return;
    this.#readPrinted();
    if (message.kind === 'printed') return;
    if (message.kind === 'log') this.settings.log.print(message.text);
    else if (message.kind === 'ready') this.#becomeIdle();
    else if (message.kind === 'killed') this.#exit(`signal: ${message.signal}`);
    else if (message.kind === 'returned') {
      const payload = JSON.parse(message.payload) as unknown;
      this.#settle(message.ticket, { kind: 'returned', payload });
    } else {
      this.#print(message.failure);
      const failed = failedWith(message.failure);
      if (message.kind === 'died') this.#end(() => failed);
      else this.#settle(message.ticket, failed);
    }
  }

  #readPrinted(): void {
    const text = this.#printed.read();
    if (text !== '') this.settings.log.print(text);
  }

  #print({ errorType, errorMessage, trace }: FunctionFailure): void {
    const lines = trace.length > 0 ? trace : [`${errorType}: ${errorMessage}`];
    for (const line of lines) this.settings.log.line(line);
  }

  #settle(ticket: number, outcome: Outcome): void {
    const finished = this.#handed.finish(ticket);
    this.settings.log.flush();
    if (finished === undefined) return;
    this.#report(finished, outcome);
    finished.settle(outcome);
    if (!this.#handed.isRunning) this.#becomeIdle();
    else {
      clearTimeout(this.#timer);
      this.#timer = this.#limit(this.settings.timeoutMs);
      this.owner.onRoom(this);
    }
  }

  #becomeIdle(): void {
    clearTimeout(this.#timer);
    this.#watched.end();
    this.#state = 'idle';
    if (this.#retired) this.#end(exited(undefined));
    else this.owner.onIdle(this);
  }

  #limit(ms: number): NodeJS.Timeout {
    this.#since = performance.now();
    return setTimeout(() => {
      const { timeoutMs, log } = this.settings;
      this.#readPrinted();
      log.line(taskTimedOut(timeoutMs));
      this.#end(timedOut(timeoutMs));
    }, ms);
  }

  /** A success needs no line: the request's own says it. */
  #report({ requestId }: Invocation, outcome: Outcome): void {
    const { memoryMb, log } = this.settings;
    if (outcome.kind !== 'function-error') return;
    const durationMs = performance.now() - this.#since;
    log.line(reportLine({ requestId, durationMs, memoryMb, errorType: outcome.errorType }));
  }

  #exit(reason: string | undefined): void {
    if (this.#state === 'gone') return;
    this.#readPrinted();
    this.settings.log.line(`The runtime exited: ${reason ?? 'no reason given'}`);
    this.#end(exited(reason));
  }

  #end(ending: Ending): void {
    if (this.#state === 'gone') return;
    const neverReady = this.#state === 'starting' && !this.#retired ? ending : undefined;
    this.#state = 'gone';
    clearTimeout(this.#timer);
    this.#watched.remove();
    this.#readPrinted();
    this.settings.log.flush();
    void this.#thread.terminate();
    const unstarted = this.#handed.takeBack();
    for (const begun of this.#handed.abandon()) {
      const outcome = ending(begun.requestId);
      this.#report(begun, outcome);
      begun.settle(outcome);
    }
    this.owner.onGone(this, { neverReady, unstarted });
  }
}
