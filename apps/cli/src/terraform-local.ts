import { chmodSync, mkdirSync } from 'node:fs';

import { buildStale } from './build';
import { runAsCommand, UsageError } from './run-as-command';
import { CommandFailed } from './run-command';
import { runInTerminal } from './run-in-terminal';
import { localFolders, type LocalFolders } from './terraform/local-folders';
import { COMMANDS, nextStep, type Command } from './terraform/next-step';
import { oneRun } from './terraform/one-run';
import { requireTerraform } from './terraform/require-terraform';
import { changesAnything, showPlan } from './terraform/show-plan';
import { plainOutput, requireAnswerer } from './terraform/terminal';
import { runningOrigins, terraformEnvironment } from './terraform/terraform-environment';
import { writeMirror } from './terraform/write-mirror';

/** What cdktf calls the plan that it leaves in the stack folder. */
const PLAN_FILE = 'plan';

const HELP = `Terraform, really run, against a stand-in for the AWS provider: nothing is sent to AWS.

Usage: npm run deploy:local  -- [flags of cdktf deploy]    apply; a running local cloud takes it over at once
       npm run plan:local    -- [flags of cdktf diff]      what would change
       npm run destroy:local -- [flags of cdktf destroy]   take it away again

  --auto-approve   do not ask (a flag of cdktf, as all others: npx cdktf deploy --help); needed where there is no
                   terminal to ask at
  --help           this text

GATEHOUSE_ENV chooses the environment (default: dev). State, lock file and what was applied lie in
.gatehouse/terraform, apart from any real deployment. Serve it with npm start -- --applied.`;

await runAsCommand(async ([command = '', ...flags]) => {
  if (!isCommand(command)) throw new UsageError(HELP);
  if (flags.includes('--help')) {
    console.log(HELP);
    return;
  }
  requireAnswerer(command, flags, process);
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
  const env = { ...terraformEnvironment(folders), ...plainOutput(process) };
  const args = [COMMANDS[command], '--output', folders.output, ...flags];
  let changesSomething: boolean | undefined;
  process.exitCode = await oneRun(folders, say, async (state) => {
    const code = await runInTerminal('cdktf', args, { ...env, ...state });
    // Only while its state is served can a plan be shown.
    if (command === 'plan' && code === 0)
      changesSomething = isWorthApplying(folders, { ...env, ...state });
    return code;
  });
  if (process.exitCode !== 0) return;
  const isFollowed = runningOrigins(folders.originsFile) !== undefined;
  const step = nextStep(command, {
    environment,
    isFollowed,
    ...(changesSomething !== undefined && { changesAnything: changesSomething }),
  });
  if (step !== undefined) say(step);
});

/** Where it cannot be told, the person reads the plan. */
function isWorthApplying({ stackFolder }: LocalFolders, env: NodeJS.ProcessEnv): boolean {
  try {
    return changesAnything(showPlan(stackFolder, PLAN_FILE, env));
  } catch (error) {
    if (error instanceof CommandFailed) return true;
    throw error;
  }
}

/** Plans, states and what was applied hold the values of keys. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(COMMANDS, name);
}
