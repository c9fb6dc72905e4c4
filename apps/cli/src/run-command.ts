import { spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** A program that did not end well: its own words follow. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** 128 + the signal's number, as shells count it. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs a program to its end. Its output is kept back, and shown only when it fails. Interrupted meanwhile, we end it and leave
 * with it, so that no child stays behind.
 * @param env @default this process's own
 * @throws CommandFailed with the output when it leaves with another code than 0.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const release = endWith(child);
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const ending = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? signal);
    });
  }).finally(release);
  if (ending === 0) return;
  const words = Buffer.concat(output).toString('utf8').trim();
  // Some compilers colour their errors wherever they go.
  const said = process.stderr.isTTY ? words : stripVTControlCharacters(words);
  throw new CommandFailed(
    `"${[command, ...args].join(' ')}" ended with ${String(ending)}:\n\n${said}\n`,
  );
}

function endWith(child: ChildProcess): () => void {
  const interrupt = (signal: keyof typeof INTERRUPTED): void => {
    child.once('close', () => process.exit(INTERRUPTED[signal]));
    child.kill(signal);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return () => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  };
}
