import { groups, routes, TablesError } from '@gatehouse/access';

import { locateBuilds } from './builds';
import type { Environment } from './environment';
import { InfraError } from './infra-error';
import { synthesize } from './program';

/**
 * Synthesizes with the real tables and the builds of `dist/` (or of the folder that GATEHOUSE_DIST names, as it is).
 * @returns the names of the stacks that were written
 * A mistake of the person at the terminal is one clear sentence and exit code 1; anything else is our fault and says so.
 */
export function runProgram(choose: () => readonly Environment[]): readonly string[] {
  try {
    const distFolder = process.env.GATEHOUSE_DIST;
    const chosen = choose();
    const builds = locateBuilds(distFolder === undefined ? {} : { distFolder });
    const stacks = chosen.map((environment) => ({ environment, groups, routes, builds }));
    return synthesize({ stacks }).map(({ node }) => node.id);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
    return [];
  }
}

function describe(error: unknown): string {
  if (error instanceof InfraError || error instanceof TablesError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
