import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

import type { Build } from './builds';

/** A build does not change when only its tests do, nor by what an operating system leaves behind. */
const NOT_AN_INPUT = /\.(test|spec)\.ts$|^testing$|^node_modules$|^\.DS_Store$/;

/** What Terraform leaves in a stack folder that it worked in. */
const LEFT_BY_TERRAFORM = '.terraform';

/** Path of an input or output → SHA-256 of its content, in hex. */
export type ContentHashes = Readonly<Record<string, string>>;

/**
 * Hashes what a build is made from: names and content only, so that a clone elsewhere, a touched file or another umask
 * gives the same.
 * @throws when an input is missing: the checkout is incomplete, or the registry is wrong.
 */
export function hashInputs(build: Build, root: string): ContentHashes {
  const missing = firstMissing(build.inputs, root);
  if (missing !== undefined) {
    throw new Error(
      `The ${build.name} build cannot be made: ${missing}, which it is made from, is missing.`,
    );
  }
  return Object.fromEntries(build.inputs.map((path) => [path, hashContent(root, path, isInput)]));
}

/** @throws when an output is missing. */
export function hashOutputs(build: Build, root: string): ContentHashes {
  return Object.fromEntries(build.outputs.map((path) => [path, hashContent(root, path, isOutput)]));
}

/** The first of these paths that is not there. */
export function firstMissing(paths: readonly string[], root: string): string | undefined {
  return paths.find((path) => !existsSync(join(root, path)));
}

function isInput(name: string): boolean {
  return !NOT_AN_INPUT.test(name);
}

function isOutput(name: string): boolean {
  return !name.startsWith(LEFT_BY_TERRAFORM);
}

function hashContent(root: string, path: string, counts: (name: string) => boolean): string {
  const hash = createHash('sha256');
  for (const [file, content] of filesUnder(root, path, counts)) {
    // JSON quotes the path: no file name can look like another entry.
    hash.update(`${JSON.stringify([file, createHash('sha256').update(content).digest('hex')])}\n`);
  }
  return hash.digest('hex');
}

/** Every file below `path`, in an order that depends on names alone. */
function* filesUnder(
  root: string,
  path: string,
  counts: (name: string) => boolean,
): Generator<[path: string, content: Buffer | string]> {
  const absolute = join(root, path);
  const stat = lstatSync(absolute);
  if (stat.isSymbolicLink()) yield [path, `-> ${readlinkSync(absolute)}`];
  else if (!stat.isDirectory()) yield [path, readFileSync(absolute)];
  else {
    for (const name of readdirSync(absolute).filter(counts).sort()) {
      yield* filesUnder(root, `${path}/${name}`, counts);
    }
  }
}
