import type { BuildOptions } from 'esbuild';

/** How a program of ours that runs on Node is bundled. */
export const NODE_PROGRAM = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  tsconfig: 'tsconfig.base.json',
  sourcemap: 'linked',
  logLevel: 'error',
  legalComments: 'none',
} as const satisfies BuildOptions;

/** Bundled CommonJS packages still call require(). */
export const REQUIRE_FOR_BUNDLE = {
  js: "import { createRequire as requireForBundle } from 'node:module'; const require = requireForBundle(import.meta.url);",
} as const;
