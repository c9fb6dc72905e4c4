import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildStale } from './build';
import { parseArguments } from './parse-arguments';
import { runAsCommand, UsageError } from './run-as-command';
import { runCommand } from './run-command';
import { localFolders, type LocalFolders } from './terraform/local-folders';
import { requireTerraform } from './terraform/require-terraform';
import { showPlan } from './terraform/show-plan';
import { terraformEnvironment } from './terraform/terraform-environment';
import { writeMirror } from './terraform/write-mirror';

const HELP = `The plan of a change, made by the real Terraform without AWS: the base is applied to the stand-in for the provider, in a
folder that is gone afterwards, and the head is planned upon it. Ids, and whatever AWS adds, are made up.

Usage: npm run plan:offline -- --base <stack folder> --head <stack folder> --out <file>

  --base <folder>  what there is: with its files, as npm run synth writes it
  --head <folder>  what is to be: its cdk.tf.json, and no other file of it
  --out <file>     what terraform show -json prints of the plan; review it with npm run review -- --plan <file> --offline
  --help           this text`;

const STACK_FILE = 'cdk.tf.json';

await runAsCommand(async (argv) => {
  const options = parse(argv);
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  requireTerraform();
  await buildStale(['terraform-provider']);
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'gatehouse-plan-'));
  try {
    const folders = localFolders('offline', root);
    writeMirror(folders);
    writeFileSync(options.out, await planOf(folders, options));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  console.error(`The plan is in ${options.out}. Nothing was sent to AWS.`);
});

async function planOf(
  folders: LocalFolders,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string> {
  const { stackFolder } = folders;
  const env: NodeJS.ProcessEnv = { ...terraformEnvironment(folders), TF_IN_AUTOMATION: '1' };
  const binary = env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const terraform = (...args: readonly string[]): Promise<void> =>
    runCommand(binary, [`-chdir=${stackFolder}`, ...args], env);
  mkdirSync(stackFolder, { recursive: true });
  cpSync(base, stackFolder, { recursive: true });
  keepStateHere(folders);
  console.error('Applying the base to the stand-in …');
  await terraform('init', '-input=false');
  await terraform('apply', '-input=false', '-auto-approve');
  // Any other file in there would be Terraform's to read, and nobody has looked at it.
  cpSync(join(head, STACK_FILE), join(stackFolder, STACK_FILE));
  keepStateHere(folders);
  console.error('Planning the head …');
  await terraform('init', '-input=false');
  await terraform('plan', '-input=false', '-out=plan.tfplan');
  return showPlan(stackFolder, 'plan.tfplan', env);
}

/** Whatever backend the stack names: an override file counts more. */
function keepStateHere({ stackFolder }: LocalFolders): void {
  const backend = { local: { path: 'offline.tfstate' } };
  const text = JSON.stringify({ terraform: { backend } });
  writeFileSync(join(stackFolder, 'backend_override.tf.json'), text);
}

interface OfflineOptions {
  readonly base: string;
  readonly head: string;
  readonly out: string;
}

function parse(argv: readonly string[]): 'help' | OfflineOptions {
  const text = { type: 'string' } as const;
  const options = {
    base: text,
    head: text,
    out: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  const given = parseArguments(argv, options, HELP).values;
  if (given.help === true) return 'help';
  const { base, head, out } = given;
  if (base === undefined || head === undefined || out === undefined) throw new UsageError(HELP);
  for (const folder of [base, head]) {
    if (!existsSync(join(folder, STACK_FILE)))
      throw new UsageError(`${folder} has no ${STACK_FILE}: it is no stack folder.`);
  }
  return { base, head, out };
}
