/** `npm run pull-request -- <command>`: the steps of the workflows in .github/workflows. */
import { setTimeout } from 'node:timers/promises';

import { runCommand } from './run-command';

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  print: (line) => {
    process.stdout.write(`${line}\n`);
  },
  wait: (delayMs) => setTimeout(delayMs),
});
