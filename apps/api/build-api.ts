import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build, context, type BuildOptions, type LogLevel, type Plugin } from 'esbuild';

import { reproducibleZip } from './reproducible-zip';

export interface ApiBuildOptions {
  /** The repository. */
  readonly root: string;
  /** Where `index.mjs` and `function.zip` go. @default `dist/api` in the root */
  readonly outDir?: string;
  /** What esbuild prints of its own. @default 'warning' */
  readonly logLevel?: LogLevel;
}

/**
 * Bundles the Lambda into one module, and that into the zip which Terraform uploads. The same sources give the same bytes.
 * @throws esbuild's own errors, which name file and line
 */
export async function buildApi(options: ApiBuildOptions): Promise<void> {
  const outDir = outDirOf(options);
  await mkdir(outDir, { recursive: true });
  await build(bundleOptions(options));
  const bundle = await readFile(join(outDir, 'index.mjs'));
  const zip = join(outDir, 'function.zip');
  // Renamed into place: whoever reads meanwhile has the old zip or the whole new one.
  await writeFile(`${zip}.new`, reproducibleZip({ 'index.mjs': bundle }));
  await rename(`${zip}.new`, zip);
}

/**
 * Rebuilds `index.mjs` on every change; the zip is for deploying and stays as it is. Resolves when told to stop.
 * @param onRebuilt told of each that worked, after the first: esbuild itself speaks of errors only
 */
export async function watchApi(
  options: ApiBuildOptions,
  stop: Promise<unknown>,
  onRebuilt: () => void,
): Promise<void> {
  let isFirst = true;
  const tell: Plugin = {
    name: 'tell-of-rebuilds',
    setup: (bundling) => {
      bundling.onEnd(({ errors }) => {
        if (!isFirst && errors.length === 0) onRebuilt();
        isFirst = false;
      });
    },
  };
  const watching = await context({ ...bundleOptions(options), plugins: [tell] });
  await watching.watch();
  await stop;
  await watching.dispose();
}

function outDirOf({ root, outDir = join(root, 'dist/api') }: ApiBuildOptions): string {
  return outDir;
}

function bundleOptions(options: ApiBuildOptions): BuildOptions {
  const { root, logLevel = 'warning' } = options;
  return {
    absWorkingDir: root,
    entryPoints: [join(root, 'apps/api/index.ts')],
    outfile: join(outDirOf(options), 'index.mjs'),
    tsconfig: join(root, 'tsconfig.base.json'),
    bundle: true,
    platform: 'node',
    // Lambda runs it on Node.js 24, the local cloud on 22.
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Readable in the console and in stack traces; it is small as it is.
    minify: false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel,
  };
}
