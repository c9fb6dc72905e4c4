import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

export const STACK = 'cdktf.out/stacks/gatehouse-dev';

/** Blocks by type and name, as in `cdk.tf.json`. */
export type Resources = Record<string, Record<string, Record<string, unknown>> | undefined>;

/** A copy of the synthesized stack in a new folder, with its resources changed. @returns the folder */
export function changedStack(
  folder: string,
  change: (resources: Resources) => void = () => undefined,
): string {
  cpSync(STACK, folder, { recursive: true });
  const file = join(folder, 'cdk.tf.json');
  const json = JSON.parse(readFileSync(file, 'utf8')) as { resource: Resources };
  change(json.resource);
  writeFileSync(file, JSON.stringify(json));
  return folder;
}

/** Sets these attributes of every block of a type. */
export function setAll(resources: Resources, type: string, attributes: object): void {
  const blocks = Object.values(resources[type] ?? {});
  if (blocks.length === 0) throw new Error(`the stack has no ${type}`);
  for (const block of blocks) Object.assign(block, attributes);
}

/** The stack with another function: the source of an ES module that exports `handler`. */
export function withFunction(folder: string, source: string): string {
  const [zip] = globSync(join(changedStack(folder), 'assets', '**', 'function.zip'));
  if (zip === undefined) throw new Error('the stack has no function.zip');
  writeFileSync(zip, zipSync({ 'index.mjs': strToU8(source) }));
  return folder;
}
