import { parseArgs } from 'node:util';

import { backend } from './commands/backend';
import { base } from './commands/base';
import type { Command } from './commands/command';
import { compare } from './commands/compare';
import { gate } from './commands/gate';
import { publish, summary } from './commands/publish';
import { open, seal } from './commands/seal';
import { token } from './commands/token';
import { GitHubError } from './github/github-api';
import { JobError, type Job } from './job';

const COMMANDS: Readonly<Record<string, Command>> = {
  backend,
  base,
  compare,
  gate,
  open,
  publish,
  seal,
  summary,
  token,
};

/** @returns the exit code: 0, what the command says, or 2 after one sentence about why it could not run */
export async function runCommand(argv: readonly string[], job: Job): Promise<number> {
  const [name = '--help', ...rest] = argv;
  if (name === '--help' || name === '-h') {
    job.print(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (command === undefined)
      throw new JobError(
        `There is no command ${JSON.stringify(name)}: ${Object.keys(COMMANDS).join(', ')}.`,
      );
    return await command.run(parseOptions(name, command, rest), job);
  } catch (error) {
    if (!(error instanceof JobError || error instanceof GitHubError)) throw error;
    job.print(error.message);
    return 2;
  }
}

function parseOptions(
  name: string,
  { options, usage }: Command,
  argv: readonly string[],
): Readonly<Record<string, string>> {
  const known = Object.fromEntries(options.map((one) => [one, { type: 'string' as const }]));
  try {
    const given = parseArgs({ args: [...argv], options: known }).values;
    if (options.every((one) => typeof given[one] === 'string' && given[one] !== ''))
      return given as Readonly<Record<string, string>>;
  } catch {
    // Said below, in our words.
  }
  throw new JobError(`${name} takes ${usage}.`);
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, summary: what }]) => `  ${name} ${usage}\n      ${what}`,
  );
  return ['The steps of the workflows in .github/workflows:', '', ...lines].join('\n');
}
