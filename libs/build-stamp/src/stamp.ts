import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Build } from './builds';
import { firstMissing, hashInputs, hashOutputs, type ContentHashes } from './content-hash';

interface Stamp {
  readonly inputs: ContentHashes;
  readonly outputs: ContentHashes;
}

/** Whether the outputs are there, untouched, and made from the inputs as they are now. */
export function isFresh(build: Build, root: string): boolean {
  return whyStale(build, root) === undefined;
}

/** @throws one sentence that says what is missing or stale, and what to run. */
export function assertFresh(build: Build, root: string): void {
  const why = whyStale(build, root);
  if (why !== undefined)
    throw new Error(`The ${build.name} build is not fresh: ${why}; run \`npm run build\`.`);
}

/**
 * Records that the outputs were made from these inputs.
 * @param inputs what `hashInputs` answered *before* the build began, so that a file edited meanwhile makes it stale
 */
export function writeStamp(build: Build, root: string, inputs: ContentHashes): void {
  const stamp: Stamp = { inputs, outputs: hashOutputs(build, root) };
  const file = join(root, build.stampFile);
  mkdirSync(dirname(file), { recursive: true });
  // Renamed into place: a reader sees the old stamp or the whole new one.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(stamp, undefined, 2)}\n`);
  renameSync(unfinished, file);
}

/** Runs a build and stamps it; one that fails, or is stopped halfway, leaves no stamp. */
export async function withStamp(
  build: Build,
  root: string,
  make: () => Promise<void>,
): Promise<void> {
  const inputs = hashInputs(build, root);
  rmSync(join(root, build.stampFile), { force: true });
  await make();
  writeStamp(build, root, inputs);
}

function whyStale(build: Build, root: string): string | undefined {
  const missing = firstMissing([...build.outputs, ...build.inputs], root);
  if (missing !== undefined) return `${missing} is missing`;
  const stamp = readStamp(join(root, build.stampFile));
  if (stamp === undefined) return `${build.stampFile} is missing or unreadable`;
  const input = firstDifference(stamp.inputs, hashInputs(build, root));
  if (input !== undefined) return `${input} changed after it was made`;
  const output = firstDifference(stamp.outputs, hashOutputs(build, root));
  return output === undefined ? undefined : `${output} was altered after it was made`;
}

function firstDifference(then: ContentHashes, now: ContentHashes): string | undefined {
  return [...Object.keys(now), ...Object.keys(then)].find((path) => then[path] !== now[path]);
}

function readStamp(file: string): Stamp | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const stamp: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isStamp(stamp) ? stamp : undefined;
  } catch {
    // A stamp that cannot be read proves nothing: the build counts as stale and is made anew.
    return undefined;
  }
}

function isStamp(value: unknown): value is Stamp {
  return isRecord(value) && isHashes(value.inputs) && isHashes(value.outputs);
}

function isHashes(value: unknown): value is ContentHashes {
  return isRecord(value) && Object.values(value).every((hash) => typeof hash === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
