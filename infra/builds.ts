import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { assertFresh, BUILDS } from '@gatehouse/build-stamp';

import { InfraError } from './infra-error';

const ROOT = resolve(import.meta.dirname, '..');
const ZIP_ENTRY = Buffer.from('PK\u0003\u0004');

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
  if (!isZip(builds.functionZip))
    throw new InfraError(
      'The Lambda build is no zip (dist/api/function.zip): run `npm run build`.',
    );
  if (!existsSync(join(builds.clientFolder, 'index.html')))
    throw missing('client', 'client/browser/index.html');
  if (distFolder === undefined) assertBothFresh();
  return builds;
}

/** A build that was cut short leaves less; an empty zip has another signature. Source: PKWARE, APPNOTE.TXT, §4.3.7. */
function isZip(file: string): boolean {
  return readFileSync(file).subarray(0, ZIP_ENTRY.length).equals(ZIP_ENTRY);
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
