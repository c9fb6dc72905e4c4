/** The inside of a worker thread: loads one function and runs its invocations, one at a time, as the Lambda runtime does. */
import { parentPort, workerData } from 'node:worker_threads';

import { callWithCallback } from './call-with-callback';
import { FATAL_SIGNALS, keepSignalsInside, type FatalSignal } from './fatal-signals';
import { loadHandler, type Handler } from './load-handler';
import { MemoryWatch } from './memory-watch';
import { PrintRing } from './print-ring';
import { printThroughPort } from './print-through-port';
import { refuseStreaming } from './refuse-streaming';
import { describeThrown, RuntimeError } from './runtime-error';
import {
  CLAIMED,
  type InvokeMessage,
  type WorkerFunction,
  type WorkerMessage,
} from './worker-messages';

/** Source: AWS Lambda Developer Guide, "Lambda quotas": 6 MB; the error text of AWS says how many bytes that is. */
const MAX_RESPONSE_BYTES = 6_291_556;
/** What a short call prints is read with its answer; who takes longer is heard at once. */
const PATIENCE_MS = 20;
/** Exit codes of the runtime interface client. */
const EXIT_UNHANDLED_REJECTION = 128;
const EXIT_UNCAUGHT_EXCEPTION = 129;

if (parentPort === null) throw new Error('lambda/worker runs as a worker thread only');
const port = parentPort;
// The one value taken on trust: the process that started this thread is the other half of this folder.
const fn = workerData as WorkerFunction;

const memoryBytes = Number(fn.context.memoryLimitInMB) * 1024 * 1024;
const memory = new MemoryWatch(memoryBytes, fn.looks, () => endBySignal('SIGKILL'));
const ring = new PrintRing(fn.printed);
/** When the running invocation began; undefined between invocations. */
let startedAt: number | undefined;
let ringIsLeft = false;
const allowMorePrint = printThroughPort((text) => {
  // Messages keep their order among themselves only: after the first, all go by message.
  ringIsLeft ||= !ring.write(text);
  if (ringIsLeft) post({ kind: 'log', text });
  else if (isNotSoonAnswered()) post({ kind: 'printed' });
});
process.on('uncaughtException', (error) => {
  die(error, EXIT_UNCAUGHT_EXCEPTION);
});
process.on('unhandledRejection', (reason) => {
  const error = new RuntimeError('UnhandledPromiseRejection', String(reason));
  if (reason instanceof Error && reason.stack !== undefined) error.stack = reason.stack;
  die(error, EXIT_UNHANDLED_REJECTION);
});

try {
  refuseStreaming();
  keepSignalsInside(endBySignal);
  memory.begin();
  const handler = await loadHandler(fn);
  let last = Promise.resolve();
  port.on('message', (messages: readonly InvokeMessage[]) => {
    for (const message of messages)
      last = last.then(() => (claim(message) ? invoke(handler, message) : undefined));
  });
  memory.end(Infinity);
  post({ kind: 'ready' });
} catch (error) {
  die(error, 1);
}

function isNotSoonAnswered(): boolean {
  return startedAt === undefined || performance.now() - startedAt > PATIENCE_MS;
}

/** False when the process has taken the invocation back meanwhile, to have it run elsewhere. */
function claim({ slot, ticket }: InvokeMessage): boolean {
  return Atomics.compareExchange(fn.claims, slot, ticket, CLAIMED) === ticket;
}

async function invoke(handler: Handler, message: InvokeMessage): Promise<void> {
  allowMorePrint();
  memory.begin();
  const beganAt = performance.now();
  startedAt = beganAt;
  const { ticket } = message;
  const context = contextOf(message);
  const event: unknown = JSON.parse(message.event);
  // While a handler runs, only its own work keeps the thread alive: one that can never answer ends it, as on AWS it ends the process.
  port.unref();
  try {
    const result = fn.allowsCallbacks
      ? await callWithCallback(handler, event, context)
      : await handler(event, context);
    const payload = serialize(result);
    memory.end(performance.now() - beganAt);
    post({ kind: 'returned', ticket, payload });
  } catch (error) {
    memory.end(performance.now() - beganAt);
    post({ kind: 'failed', ticket, failure: describeThrown(error) });
  } finally {
    startedAt = undefined;
    port.ref();
  }
}

/** Source: AWS Lambda Developer Guide, "Using the Lambda context object to retrieve Node.js function information". */
function contextOf({ requestId, timeoutMs }: InvokeMessage) {
  const deadline = performance.now() + timeoutMs;
  return {
    ...fn.context,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.floor(deadline - performance.now()),
  };
}

function serialize(result: unknown): string {
  const payload = stringify(result) ?? 'null';
  if (Buffer.byteLength(payload) <= MAX_RESPONSE_BYTES) return payload;
  const error = new Error(
    `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
  );
  error.name = 'Function.ResponseSizeTooLarge';
  throw error;
}

/** Undefined where JSON has no word for the value: `undefined`, a function, a symbol. */
function stringify(result: unknown): string | undefined {
  try {
    return JSON.stringify(result);
  } catch (cause) {
    const error = new RuntimeError('JSONStringifyError', 'Unable to stringify response body');
    error.cause = cause;
    throw error;
  }
}

function die(thrown: unknown, exitCode: number): void {
  post({ kind: 'died', failure: describeThrown(thrown) });
  process.exit(exitCode);
}

/** The message is what counts: a thread has no exit code that says so. */
function endBySignal(signal: FatalSignal): never {
  post({ kind: 'killed', signal: FATAL_SIGNALS[signal] });
  return process.exit(1);
}

function post(message: WorkerMessage): void {
  port.postMessage(message);
}
