import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { App } from 'cdktf';

import { AppStack, type AppStackProps } from './app-stack';
import { InfraError } from './infra-error';
import { pruneAssets } from './prune-assets';

export interface Program {
  /** One stack each. */
  readonly stacks: readonly AppStackProps[];
  /**
   * Where `stacks/<name>/` is written.
   * @default what the cdktf command asks for, else `cdktf.out` in the working directory
   */
  readonly outdir?: string;
}

/** Writes the Terraform of each environment. Reads no clock, no account and no network. */
export function synthesize({ stacks, outdir }: Program): readonly AppStack[] {
  const folder = outdir ?? process.env.CDKTF_OUTDIR ?? 'cdktf.out';
  makeFolder(folder);
  const app = new App({ outdir: folder, stackTraces: false });
  const made = stacks.map((props) => new AppStack(app, props));
  // All of them before the first is written: nothing half-done is left behind.
  for (const stack of made) stack.runAllValidations();
  app.synth();
  for (const stack of made) pruneAssets(join(folder, 'stacks', stack.node.id));
  return made;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'stacks'), { recursive: true });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InfraError(
      `Nothing can be written to "${folder}" (${why}): name a folder in CDKTF_OUTDIR, or remove what is in its place.`,
    );
  }
}
