import { pathToFileURL } from 'node:url';

import type * as Program from '../../local-cloud/src/main';
import { buildStale } from './build';

const BUNDLE = 'dist/local-cloud/main.mjs';

/** Loads the local cloud from its bundle, made first when it is stale: as it runs everywhere, never from its sources. */
export async function loadLocalCloud(): Promise<typeof Program> {
  await buildStale(['local-cloud']);
  return (await import(pathToFileURL(BUNDLE).href)) as typeof Program;
}
