import { UsageError } from '../run-as-command';
import type { Command } from './next-step';

interface Streams {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: { readonly isTTY?: boolean };
}

/**
 * cdktf asks with a program that draws on a terminal, and ends with a stack trace where there is none.
 * @throws UsageError where it would ask, and nobody is there to answer
 */
export function requireAnswerer(
  command: Command,
  flags: readonly string[],
  { stdin, stdout }: Streams,
): void {
  const isApproved = flags.some((flag) => /^--auto-?approve(=true)?$/i.test(flag));
  if (command === 'plan' || isApproved || (isTerminal(stdin) && isTerminal(stdout))) return;
  throw new UsageError(
    `${command}:local asks before it changes anything, and there is no terminal to ask at. Nothing was done. To go on without being asked: npm run ${command}:local -- --auto-approve`,
  );
}

/**
 * Under which cdktf and Terraform write a log that can be read: no spinner, drawn anew ten times a second, and no colours. A terminal
 * gets what they draw.
 */
export function plainOutput({ stdout }: Pick<Streams, 'stdout'>): Readonly<Record<string, string>> {
  return isTerminal(stdout) ? {} : { CI: 'true', FORCE_COLOR: '0' };
}

function isTerminal({ isTTY }: Streams['stdin']): boolean {
  return isTTY === true;
}
