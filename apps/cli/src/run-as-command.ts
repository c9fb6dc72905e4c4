import { CommandFailed } from './run-command';

/** The person's mistake: one sentence is enough, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs one command of ours: exit code 0 when it returns, 2 after a mistake in its arguments, 1 with the words of what failed.
 * Anything else is our own fault and keeps its stack.
 */
export async function runAsCommand(
  command: (argv: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) process.exitCode = 2;
    else if (error instanceof CommandFailed || isBootError(error)) process.exitCode = 1;
    else throw error;
    console.error(error.message);
  }
}

/** The local cloud comes from its bundle, where the class is another one: told by name. */
function isBootError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'BootError';
}
