import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

/**
 * The signals that end a process of Node.js, in the words in which Lambda reports them.
 * Source: AWS Lambda Developer Guide, "Troubleshoot invocation issues in Lambda": `signal: killed`; the words are those of Go, in
 * which Lambda's runtime supervisor is written (golang/go, src/syscall/zerrors_linux_amd64.go).
 */
export const FATAL_SIGNALS = {
  SIGHUP: 'hangup',
  SIGINT: 'interrupt',
  SIGQUIT: 'quit',
  SIGILL: 'illegal instruction',
  SIGTRAP: 'trace/breakpoint trap',
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGUSR2: 'user defined signal 2',
  SIGALRM: 'alarm clock',
  SIGTERM: 'terminated',
  SIGSTKFLT: 'stack fault',
  SIGXCPU: 'CPU time limit exceeded',
  SIGXFSZ: 'file size limit exceeded',
  SIGVTALRM: 'virtual timer expired',
  SIGPROF: 'profiling timer expired',
  SIGIO: 'I/O possible',
  SIGPWR: 'power failure',
  SIGSYS: 'bad system call',
} as const;

export type FatalSignal = keyof typeof FATAL_SIGNALS;

/** What they stop goes on when it is told to, and here nobody does: on AWS, too, such a function runs into its timeout. */
const STOPPING: readonly unknown[] = ['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'];

/** No process hears of it: whoever is sent it is gone. */
const UNHEARD: FatalSignal = 'SIGKILL';

/**
 * On AWS a function has a process of its own; here it shares ours, so a signal that it sends itself must end, or reach, its thread
 * alone. Signals that end nobody (and 0, which only asks) and those for other processes are sent as they are.
 * @param end ends the thread
 */
export function keepSignalsInside(end: (signal: FatalSignal) => never): void {
  const send = process.kill.bind(process);
  process.kill = (pid, signal = 'SIGTERM') => {
    const name = isOurs(pid) ? nameOf(signal) : undefined;
    if (STOPPING.includes(name)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    const fatal = isFatalSignal(name) ? name : undefined;
    if (fatal === undefined) return send(pid, signal);
    if (fatal === UNHEARD || process.listenerCount(fatal) === 0) return end(fatal);
    setImmediate(() => process.emit(fatal, fatal));
    return true;
  };
  syncBuiltinESMExports();
}

/** The process, or a group that it is in. Node.js takes a number as text, too. */
function isOurs(pid: unknown): boolean {
  return [process.pid, -process.pid, 0, -1].includes(Number(pid));
}

/** Of two names for one number, the one that is told apart here. */
function nameOf(signal: string | number): string | undefined {
  const { signals } = constants;
  const number =
    typeof signal === 'number'
      ? signal
      : Object.entries(signals).find(([name]) => name === signal)?.[1];
  const names = Object.entries(signals)
    .filter(([, its]) => its === number)
    .map(([name]) => name);
  return names.find(isFatalSignal) ?? names[0];
}

function isFatalSignal(name: unknown): name is FatalSignal {
  return typeof name === 'string' && Object.hasOwn(FATAL_SIGNALS, name);
}
