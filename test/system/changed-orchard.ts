import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

import { strToU8, zipSync } from 'fflate';

import type { Resources } from '../changed-stack';

const ORCHARD = 'test/fixtures/stacks/orchard';
const PACKAGE = 'assets/fn/archive.zip';

/** A copy of a third party's stack, changed, in a folder that goes with the test. @returns the folder */
export function changedOrchard(t: TestContext, change: (resources: Resources) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'orchard-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  cpSync(ORCHARD, folder, { recursive: true });
  const file = join(folder, 'cdk.tf.json');
  const json = JSON.parse(readFileSync(file, 'utf8')) as { resource: Resources };
  change(json.resource);
  writeFileSync(file, JSON.stringify(json));
  return folder;
}

/** Puts another module in place of its one function: the source of an ES module that exports `run`. */
export function putFunction(folder: string, source: string): void {
  const files = { 'main.mjs': strToU8(source) };
  writeFileSync(join(folder, PACKAGE), zipSync(files));
}
