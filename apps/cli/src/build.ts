import { BUILDS, isFresh, withStamp, type Build, type BuildName } from '@gatehouse/build-stamp';

import { bundleLocalCloud } from './bundle-local-cloud';
import { bundleTerraformProvider } from './bundle-terraform-provider';
import { runCommand } from './run-command';
import { runStep } from './run-step';

const ROOT = process.cwd();

export const BUILD_HELP = `Builds what is missing or stale, and says how long each took.

Usage: npm run build -- [${Object.keys(BUILDS).join(' | ')}] … [--force] [--help]

  --force   build also what is fresh`;

/** How each build is made; the registry in libs/build-stamp says from what, and what it leaves. */
const MAKERS: Readonly<Record<BuildName, Maker>> = {
  'local-cloud': { title: 'local cloud', make: bundleLocalCloud },
  api: { title: 'Lambda', make: () => runCommand('tsx', ['apps/api/build.ts']) },
  client: { title: 'client (Angular)', make: () => runCommand('ng', ['build', 'client']) },
  console: { title: 'console (Angular)', make: () => runCommand('ng', ['build', 'console']) },
  'terraform-provider': { title: 'Terraform provider (stand-in)', make: bundleTerraformProvider },
  stacks: { title: 'Terraform (synth)', make: synthesizeAll },
};

/** Whatever one environment or folder the caller's shell has chosen for itself: this build is of all, in the usual place. */
function synthesizeAll(): Promise<void> {
  const { GATEHOUSE_ENV: _env, CDKTF_OUTDIR: _outdir, ...env } = process.env;
  return runCommand('tsx', ['infra/synth.ts'], env);
}

interface Maker {
  readonly title: string;
  readonly make: () => Promise<void>;
}

/** Builds the named ones that are stale, one after the other, in the order given. */
export async function buildStale(
  names: readonly BuildName[],
  { force = false } = {},
): Promise<void> {
  for (const name of names) {
    const build: Build = BUILDS[name];
    if (!force && isFresh(build, ROOT)) continue;
    const { title, make } = MAKERS[name];
    await runStep(title, () => withStamp(build, ROOT, make));
  }
}
