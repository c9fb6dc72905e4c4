import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { assertFresh, BUILDS } from '@gatehouse/build-stamp';

import { InfraError } from './infra-error';

const ROOT = resolve(import.meta.dirname, '..');

/** Where the two builds that a stack carries lie on disk. None of these paths reaches the JSON. */
export interface Builds {
  /** The Lambda, zipped. */
  readonly functionZip: string;
  /** Every file of it is published. */
  readonly clientFolder: string;
}

export interface BuildOptions {
  /**
   * A folder in place of `dist/`, taken as it is.
   * @default `dist/`, whose builds must be fresh
   */
  readonly distFolder?: string;
}

/** @throws InfraError in one sentence that says what is missing or stale, and what to run */
export function locateBuilds({ distFolder }: BuildOptions = {}): Builds {
  const dist = distFolder === undefined ? join(ROOT, 'dist') : resolve(distFolder);
  const builds = {
    functionZip: join(dist, 'api', 'function.zip'),
    clientFolder: join(dist, 'client', 'browser'),
  };
  if (!existsSync(builds.functionZip)) throw missing('Lambda', 'api/function.zip');
  if (!existsSync(join(builds.clientFolder, 'index.html')))
    throw missing('client', 'client/browser/index.html');
  if (distFolder === undefined) assertBothFresh();
  return builds;
}

function missing(what: string, file: string): InfraError {
  return new InfraError(`The ${what} build is missing (dist/${file}): run \`npm run build\`.`);
}

function assertBothFresh(): void {
  try {
    assertFresh(BUILDS.api, ROOT);
    assertFresh(BUILDS.client, ROOT);
  } catch (error) {
    throw error instanceof Error ? new InfraError(error.message) : error;
  }
}
