import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from './fixture-builds';

const isPresent = spawnSync('terraform', ['version']).status === 0;
const required = process.env.REQUIRE_TERRAFORM === '1';

/** Whether tests that need `terraform` are run: where it is required and absent, they are, and fail. */
export const hasTerraform = isPresent || required;

/** Options of a test that runs `terraform`: skipped, with the reason, where there is none. */
export const WANTS_TERRAFORM: { readonly skip?: string } = hasTerraform
  ? {}
  : { skip: 'terraform is not on PATH (REQUIRE_TERRAFORM=1 insists)' };

export interface TerraformRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `terraform` in a folder, with a settings file of its own that keeps it from asking anybody on the network. */
export function terraform(folder: string, args: readonly string[]): TerraformRun {
  const mirror = temporaryFolder();
  const config = join(temporaryFolder(), 'terraform.rc');
  writeFileSync(
    config,
    `disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror { path = ${JSON.stringify(mirror)} }\n}\n`,
  );
  const { error, status, stdout, stderr } = spawnSync('terraform', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, TF_CLI_CONFIG_FILE: config, TF_IN_AUTOMATION: '1' },
  });
  assert.equal(error, undefined);
  return { status, stdout, stderr };
}
