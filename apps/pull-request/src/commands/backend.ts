import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { JobError, required } from '../job';
import type { Command } from './command';

/** Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const KEY = /^[A-Za-z0-9._-]{1,200}$/;

/**
 * Terraform merges `*_override.tf.json` over the stack, so that its own backend, which a pull request may have written, counts for
 * nothing. Source: Terraform documentation, "Override Files".
 */
export const backend: Command = {
  usage: '--stack <folder> --bucket <name> --key <name>',
  summary: 'gives a stack the state in S3, in place of the backend that it has itself',
  options: ['stack', 'bucket', 'key'],
  run({ stack = '', bucket = '', key = '' }, job) {
    if (!existsSync(join(stack, 'cdk.tf.json')))
      throw new JobError(`${stack} has no cdk.tf.json: it is no stack folder.`);
    if (!BUCKET.test(bucket))
      throw new JobError(
        `--bucket must be the name of a bucket, and is ${JSON.stringify(bucket)}.`,
      );
    if (!KEY.test(key))
      throw new JobError(`--key must be a plain name, and is ${JSON.stringify(key)}.`);
    const region = required(job, 'AWS_REGION');
    const s3 = { bucket, key, region, encrypt: true, use_lockfile: true };
    const file = join(stack, 'backend_override.tf.json');
    writeFileSync(file, JSON.stringify({ terraform: { backend: { s3 } } }, undefined, 2));
    job.print(`${file}: the state is ${key} in ${bucket}.`);
    return 0;
  },
};
