import { build } from 'esbuild';

import { NODE_PROGRAM, REQUIRE_FOR_BUNDLE } from './node-program';

/** One file: Terraform starts it three times for a plan. */
export async function bundleTerraformProvider(): Promise<void> {
  await build({
    ...NODE_PROGRAM,
    entryPoints: ['apps/terraform-provider/src/main.ts'],
    outfile: 'dist/terraform-provider/main.mjs',
    banner: REQUIRE_FOR_BUNDLE,
    // It is started for every command, and read each time.
    minify: true,
    keepNames: true,
  });
}
