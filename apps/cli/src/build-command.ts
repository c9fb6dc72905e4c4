import { BUILDS, type BuildName } from '@gatehouse/build-stamp';

import { BUILD_HELP, buildStale } from './build';
import { runAsCommand, UsageError } from './run-as-command';

/** In the order in which one needs the other. */
const ALL: readonly BuildName[] = [
  'local-cloud',
  'console',
  'api',
  'client',
  'terraform-provider',
  'stacks',
];

await runAsCommand(async (argv) => {
  if (argv.includes('--help')) {
    console.log(BUILD_HELP);
    return;
  }
  const named = argv.filter((arg) => arg !== '--force');
  const unknown = named.find((name) => !isBuildName(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no build "${unknown}".\n\n${BUILD_HELP}`);
  const wanted = named.length > 0 ? named.filter(isBuildName) : ALL;
  await buildStale(wanted, { force: argv.includes('--force') });
});

function isBuildName(name: string): name is BuildName {
  return Object.hasOwn(BUILDS, name);
}
