import { JobError } from '../job';
import { readBounded, readJson } from '../read-bounded';
import { gateStack } from '../stack-gate/gate-stack';
import type { Command } from './command';

/** A stack larger than this is no stack of people's making; ours has 250 KB. */
const MAX_STACK_BYTES = 5 * 1024 * 1024;

export const gate: Command = {
  usage: '--base <cdk.tf.json> --head <cdk.tf.json>',
  summary:
    'may terraform plan see this stack with credentials at hand? Exit 1: no, with each reason',
  options: ['base', 'head'],
  run({ base = '', head = '' }, job) {
    const providerVersion = pinnedVersion(readJson(base), base);
    const text = readBounded(head, MAX_STACK_BYTES).toString('utf8');
    const refusals = gateStack(text, { providerVersion });
    for (const refusal of refusals) job.print(refusal);
    const count = refusals.length;
    job.print(
      count === 0
        ? `${head} declares nothing that a plan could be misused for.`
        : `${count === 1 ? 'This keeps' : `These ${count} keep`} ${head} from being planned. Where it is wanted, change apps/pull-request/src/stack-gate/allowed.ts in a pull request of its own.`,
    );
    return count === 0 ? 0 : 1;
  },
};

function pinnedVersion(stack: unknown, file: string): string {
  const { terraform } = (stack ?? {}) as {
    readonly terraform?: { readonly required_providers?: { readonly aws?: { version?: unknown } } };
  };
  const version = terraform?.required_providers?.aws?.version;
  if (typeof version === 'string') return version;
  throw new JobError(`${file} pins no version of the aws provider: give the base branch's stack.`);
}
