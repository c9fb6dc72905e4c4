import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import {
  parseTerraformJson,
  TerraformJsonError,
  type ResourceGraph,
} from '@gatehouse/terraform-json';

import { BootError } from '../boot-error';

/** Far above any real stack (API Gateway's own limits end at a few hundred methods); bounds memory. */
const MAX_STACK_BYTES = 32 * 1024 * 1024;

/** Reads `<stackDir>/cdk.tf.json`. @throws BootError with one sentence when it is missing, too large, or not what cdktf writes. */
export function readStack(stackDir: string): ResourceGraph {
  const file = join(stackDir, 'cdk.tf.json');
  try {
    return parseTerraformJson(readBounded(file), file);
  } catch (cause) {
    if (cause instanceof BootError) throw cause;
    if (cause instanceof TerraformJsonError)
      throw new BootError(cause.code, cause.message, { cause });
    throw new BootError(
      'ERR_STACK_UNREADABLE',
      `${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)}). Run npm run synth.`,
      {
        cause,
      },
    );
  }
}

function readBounded(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    throw new BootError(
      'ERR_STACK_MISSING',
      `There is no synthesized stack at ${file}. Run npm run synth, which makes those that are deployed (the rows of infra/environments.ts), or name another folder with --stack.`,
    );
  }
  if (size > MAX_STACK_BYTES) {
    throw new BootError(
      'ERR_STACK_TOO_LARGE',
      `${file} has ${size} bytes; at most ${MAX_STACK_BYTES} are read. Is it a cdktf stack?`,
    );
  }
  return readFileSync(file, 'utf8');
}
