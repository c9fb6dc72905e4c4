import { existsSync } from 'node:fs';

import { spelledOut, toSnapshot, type Snapshot } from '@gatehouse/plan-review';
import { parseTerraformJson, TerraformJsonError } from '@gatehouse/terraform-json';

import { readGraph } from '../matrix/read-stack';
import { UsageError } from '../run-as-command';
import { commitOf } from './git';
import { synthesizeCommit } from './synthesize-commit';

/** One of the two things that are compared. */
export interface Side {
  readonly snapshot: Snapshot;
  /** Where it was named by a commit. */
  readonly commit?: string;
}

/**
 * Reads a stack from a file or folder, or synthesizes a commit. A name that is both is the file.
 * @param onProgress told what takes a while
 * @throws UsageError in one sentence
 */
export async function readSide(
  name: string,
  environment: string,
  onProgress: (words: string) => void,
): Promise<Side> {
  if (existsSync(name)) return { snapshot: toSnapshot(readGraph(name)) };
  const commit = commitOf(name);
  if (commit === undefined) {
    throw new UsageError(
      `${name} is neither a file nor a commit here. Name a cdk.tf.json, its folder, or a branch, tag or commit.`,
    );
  }
  onProgress(`Synthesizing ${name} (${commit.slice(0, 12)})`);
  const text = await synthesizeCommit(commit, environment);
  try {
    return { snapshot: toSnapshot(parseTerraformJson(text, `${name}: cdk.tf.json`)), commit };
  } catch (error) {
    if (error instanceof TerraformJsonError)
      throw new UsageError(spelledOut(error.message), { cause: error });
    throw error;
  }
}
