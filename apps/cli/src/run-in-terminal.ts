import { spawn } from 'node:child_process';

/**
 * Runs a program that talks with the person at the terminal itself. Signals are its own to answer: it is told them, and we wait.
 * @returns its exit code; 128 + the signal's number where one ended it
 */
export async function runInTerminal(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env });
  const handOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', handOn).on('SIGTERM', handOn);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        resolve(code ?? (signal === 'SIGTERM' ? 143 : 130));
      });
    });
  } finally {
    process.off('SIGINT', handOn).off('SIGTERM', handOn);
  }
}
