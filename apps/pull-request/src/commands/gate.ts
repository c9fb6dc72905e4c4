import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { JobError, type Job } from '../job';
import { ENVIRONMENT, notPlanned } from '../not-planned/not-planned';
import { readBounded, readJson } from '../read-bounded';
import { gateStack } from '../stack-gate/gate-stack';
import type { Json } from '../stack-gate/json';
import type { Command } from './command';

/** A stack larger than this is no stack of people's making; ours has 250 KB. */
const MAX_STACK_BYTES = 5 * 1024 * 1024;

/** As many reasons as a log should have. */
const MAX_PRINTED = 100;

export const gate: Command = {
  usage:
    '--base <cdk.tf.json> --head <cdk.tf.json> --environment <name> --out <new folder> --review <folder>',
  summary:
    'may terraform plan see this stack with credentials at hand? Exit 0: yes, and it lies alone in the new folder. Exit 1: no, and the review says why',
  options: ['base', 'head', 'environment', 'out', 'review'],
  run({ base = '', head = '', environment = '', out = '', review = '' }, job) {
    if (!ENVIRONMENT.test(environment))
      throw new JobError('--environment must be 1 to 40 letters, digits and hyphens.');
    const requiredProviders = pinnedProviders(readJson(base), base);
    const stack = readStack(head);
    const refusals =
      'refused' in stack ? [stack.refused] : gateStack(stack.bytes, { requiredProviders });
    if (!('refused' in stack) && refusals.length === 0) {
      putAlone(stack.bytes, out);
      job.print(`${head} declares nothing that a plan could be misused for; it lies in ${out}.`);
      return 0;
    }
    tell(refusals, head, job);
    writeRefusal(review, environment, refusals);
    return 1;
  },
};

/** Whatever is wrong with the file is said of the change, not of the workflow: it is the change that brings it. */
function readStack(file: string): { readonly bytes: Uint8Array } | { readonly refused: string } {
  try {
    if (!lstatSync(file).isFile()) return { refused: `${file} is no plain file.` };
    return { bytes: readBounded(file, MAX_STACK_BYTES) };
  } catch (error) {
    if (error instanceof JobError) return { refused: error.message };
    return { refused: `${file} is not there: the change synthesizes no such stack.` };
  }
}

/**
 * Terraform reads every `*.tf`, `*.tf.json`, `*.auto.tfvars` and lock file of its folder, and the folder that a pull request handed over
 * may hold any of them. It gets another one, with what was read and nothing else.
 */
function putAlone(bytes: Uint8Array, folder: string): void {
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new JobError(`--out ${folder} must be a folder that is not there yet.`, { cause });
  }
  writeFileSync(join(folder, 'cdk.tf.json'), bytes);
}

function writeRefusal(folder: string, environment: string, refusals: readonly string[]): void {
  const { markdown, json } = notPlanned(environment, refusals);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'review.md'), markdown);
  writeFileSync(join(folder, 'review.json'), json);
}

function tell(refusals: readonly string[], head: string, job: Job): void {
  const count = refusals.length;
  for (const refusal of refusals.slice(0, MAX_PRINTED)) job.print(refusal);
  job.print(
    `${count === 1 ? 'This keeps' : `These ${count} keep`} ${head} from being planned. Where it is wanted, change apps/pull-request/src/stack-gate/allowed.ts in a pull request of its own.`,
  );
}

function pinnedProviders(stack: unknown, file: string): Json {
  const { terraform } = (stack ?? {}) as {
    readonly terraform?: { readonly required_providers?: Json };
  };
  const providers = terraform?.required_providers as { aws?: { version?: unknown } } | undefined;
  if (typeof providers?.aws?.version === 'string') return providers as Json;
  throw new JobError(`${file} pins no version of the aws provider: give the base branch's stack.`);
}
