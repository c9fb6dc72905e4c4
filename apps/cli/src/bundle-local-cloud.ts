import { build } from 'esbuild';

import { NODE_PROGRAM, REQUIRE_FOR_BUNDLE } from './node-program';

/** One file for the process and one for its workers: importing hundreds of sources through tsx would cost more than all else at start. */
export async function bundleLocalCloud(): Promise<void> {
  await build({
    ...NODE_PROGRAM,
    entryPoints: ['apps/local-cloud/src/main.ts'],
    outfile: 'dist/local-cloud/main.mjs',
    banner: REQUIRE_FOR_BUNDLE,
  });
  await build({
    ...NODE_PROGRAM,
    entryPoints: ['apps/local-cloud/src/lambda/worker.ts'],
    outfile: 'dist/local-cloud/lambda-worker.mjs',
    // It runs from a data: URL, beside which no map can lie.
    sourcemap: false,
  });
}
