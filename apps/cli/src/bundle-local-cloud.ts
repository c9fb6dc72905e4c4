import { build, type BuildOptions } from 'esbuild';

const SHARED = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  tsconfig: 'tsconfig.base.json',
  sourcemap: 'linked',
  logLevel: 'error',
  legalComments: 'none',
} as const satisfies BuildOptions;

/** One file for the process and one for its workers: importing hundreds of sources through tsx would cost more than all else at start. */
export async function bundleLocalCloud(): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: ['apps/local-cloud/src/main.ts'],
    outfile: 'dist/local-cloud/main.mjs',
    // Bundled CommonJS packages still call require().
    banner: {
      js: "import { createRequire as requireForBundle } from 'node:module'; const require = requireForBundle(import.meta.url);",
    },
  });
  await build({
    ...SHARED,
    entryPoints: ['apps/local-cloud/src/lambda/worker.ts'],
    outfile: 'dist/local-cloud/lambda-worker.mjs',
    // It runs from a data: URL, beside which no map can lie.
    sourcemap: false,
  });
}
