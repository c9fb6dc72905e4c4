import { spawnSync } from 'node:child_process';

import { UsageError } from '../run-as-command';

/** @throws UsageError with one sentence where there is none. cdktf takes the same variable. */
export function requireTerraform(env: NodeJS.ProcessEnv = process.env): void {
  const binary = env.TERRAFORM_BINARY_NAME ?? 'terraform';
  if (spawnSync(binary, ['version'], { stdio: 'ignore' }).status === 0) return;
  throw new UsageError(
    `This needs Terraform 1.5 or newer, and there is no ${binary} on the PATH: get it from https://developer.hashicorp.com/terraform/install, or OpenTofu from https://opentofu.org/docs/intro/install and set TERRAFORM_BINARY_NAME=tofu. (npm start needs neither.)`,
  );
}
