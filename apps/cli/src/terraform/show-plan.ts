import { spawnSync } from 'node:child_process';

import { CommandFailed } from '../run-command';

const MAX_PLAN_BYTES = 64 * 1024 * 1024;

/**
 * @param plan a file that terraform plan -out wrote into the stack folder
 * @returns what terraform show -json prints of it
 * @throws CommandFailed with Terraform's own words
 */
export function showPlan(stackFolder: string, plan: string, env: NodeJS.ProcessEnv): string {
  const binary = env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const args = [`-chdir=${stackFolder}`, 'show', '-json', plan];
  const shown = spawnSync(binary, args, { env, encoding: 'utf8', maxBuffer: MAX_PLAN_BYTES });
  if (shown.status !== 0)
    throw new CommandFailed(`terraform show failed: ${shown.error?.message ?? shown.stderr}`);
  return shown.stdout;
}

/** Source: Terraform documentation, "JSON Output Format", "Plan Representation". */
interface Plan {
  readonly resource_changes?: readonly Changed[];
  readonly output_changes?: Readonly<Record<string, Changed['change']>>;
}

interface Changed {
  readonly change: { readonly actions: readonly string[] };
}

/** Terraform itself ends with "No changes." where it does not. */
export function changesAnything(planJson: string): boolean {
  const { resource_changes = [], output_changes = {} } = JSON.parse(planJson) as Plan;
  const changes = [
    ...resource_changes.map(({ change }) => change),
    ...Object.values(output_changes),
  ];
  return changes.some(({ actions }) => actions.some((action) => action !== 'no-op'));
}
