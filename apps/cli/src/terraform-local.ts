import { chmodSync, existsSync, mkdirSync } from 'node:fs';

import { buildStale } from './build';
import { runAsCommand, UsageError } from './run-as-command';
import { runInTerminal } from './run-in-terminal';
import { localFolders } from './terraform/local-folders';
import { oneRun } from './terraform/one-run';
import { requireTerraform } from './terraform/require-terraform';
import { terraformEnvironment } from './terraform/terraform-environment';
import { writeMirror } from './terraform/write-mirror';

/** What cdktf calls it. */
const COMMANDS = { deploy: 'deploy', plan: 'diff', destroy: 'destroy' } as const;

type Command = keyof typeof COMMANDS;

const HELP = `Terraform, really run, against a stand-in for the AWS provider: nothing is sent to AWS.

Usage: npm run deploy:local  -- [flags of cdktf deploy]    apply; a running local cloud takes it over at once
       npm run plan:local    -- [flags of cdktf diff]      what would change
       npm run destroy:local -- [flags of cdktf destroy]   take it away again

  --auto-approve   do not ask (a flag of cdktf, as all others: npx cdktf deploy --help)
  --help           this text

GATEHOUSE_ENV chooses the environment (default: dev). State, lock file and what was applied lie in
.gatehouse/terraform, apart from any real deployment. Serve it with npm start -- --applied.`;

await runAsCommand(async ([command = '', ...flags]) => {
  if (!isCommand(command)) throw new UsageError(HELP);
  if (flags.includes('--help')) {
    console.log(HELP);
    return;
  }
  requireTerraform();
  await buildStale(['api', 'client', 'terraform-provider']);
  const environment = process.env.GATEHOUSE_ENV ?? 'dev';
  const folders = localFolders(environment);
  makePrivate(folders.root);
  writeMirror(folders);
  console.log('Stand-in for the AWS provider: nothing is sent to AWS.');
  const say = (line: string): void => {
    console.log(line);
  };
  const args = [COMMANDS[command], '--output', folders.output, ...flags];
  process.exitCode = await oneRun(folders, say, (state) =>
    runInTerminal('cdktf', args, { ...terraformEnvironment(folders), ...state }),
  );
  // Terraform's own words name a command that would find no state here.
  if (command === 'plan') say('To apply this: npm run deploy:local');
  if (command === 'deploy' && process.exitCode === 0 && !existsSync(folders.originsFile)) {
    const chosen = environment === 'dev' ? '' : ` --env ${environment}`;
    say(`Applied. To serve it: npm start -- --applied${chosen}`);
  }
});

/** Plans, states and what was applied hold the values of keys. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(COMMANDS, name);
}
