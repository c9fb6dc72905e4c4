import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { UsageError } from '../run-as-command';
import type { LocalFolders } from './local-folders';

/** What `@cdktf/provider-aws` was made from, and what infra requires. */
const PROVIDER_VERSION = '6.25.0';
/** Terraform's registry, and OpenTofu's. */
const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'] as const;

const BUNDLE = join('dist', 'terraform-provider', 'main.mjs');

/**
 * Puts the stand-in where Terraform looks for the AWS provider, and tells Terraform to look nowhere else. The folder holds a launcher
 * and nothing more: Terraform's lock file has a hash over it, which then survives every change of the provider.
 */
export function writeMirror({ mirror, cliConfig }: LocalFolders): void {
  for (const registry of REGISTRIES) {
    const folder = join(mirror, registry, 'hashicorp', 'aws', PROVIDER_VERSION, platform());
    mkdirSync(folder, { recursive: true });
    const launcher = join(folder, `terraform-provider-aws_v${PROVIDER_VERSION}`);
    writeChanged(launcher, launcherText(folder));
    chmodSync(launcher, 0o755);
  }
  writeChanged(cliConfig, cliConfigText(resolve(mirror)));
}

/** Terraform starts it through a link in `.terraform`, in the folder of the stack, where it must stay: files are named from there. */
function launcherText(folder: string): string {
  const toRoot = relative(realpathSync(folder), realpathSync('.'));
  return `#!/bin/sh
here=$(cd -P "$(dirname "$0")" && pwd)
root="$here/${toRoot}"
node="$root/node_modules/.bin/node"
[ -x "$node" ] || node=node
exec "$node" "$root/${BUNDLE}"
`;
}

function cliConfigText(mirror: string): string {
  const included = REGISTRIES.map((registry) => JSON.stringify(`${registry}/hashicorp/aws`));
  return `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${included.join(', ')}]
  }
}
`;
}

function writeChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** As Terraform names platforms. */
function platform(): string {
  const os = process.platform;
  if (os !== 'linux' && os !== 'darwin') {
    throw new UsageError(
      `The stand-in runs on Linux and macOS, and this is ${os}. On Windows, use WSL.`,
    );
  }
  return `${os}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
}
