import { rmSync, writeFileSync } from 'node:fs';

import { JobError, required } from '../job';
import { readBounded } from '../read-bounded';
import { openPlan, sealPlan } from '../sealed-plan/seal-plan';
import type { Command } from './command';

const PASSPHRASE = 'PLAN_PASSPHRASE';

/** What a plan is sealed for: opened for another commit, it would deploy what nobody has read. */
const CONTEXT = 'GITHUB_SHA';

export const seal: Command = {
  usage: '--plan <file> --out <file>',
  summary: `seals a saved plan, which holds key values, with ${PASSPHRASE}, and removes the plain one`,
  options: ['plan', 'out'],
  run({ plan = '', out = '' }, job) {
    writeFileSync(
      out,
      sealPlan(readBounded(plan), required(job, PASSPHRASE), required(job, CONTEXT)),
    );
    rmSync(plan);
    job.print(`The plan is sealed in ${out}.`);
    return 0;
  },
};

export const open: Command = {
  usage: '--plan <file> --out <file>',
  summary: 'opens a sealed plan, for the commit that it was made for only',
  options: ['plan', 'out'],
  run({ plan = '', out = '' }, job) {
    const sealed = readBounded(plan);
    writeFileSync(out, opened(sealed, required(job, PASSPHRASE), required(job, CONTEXT)), {
      mode: 0o600,
    });
    job.print(`The plan is open in ${out}.`);
    return 0;
  },
};

function opened(sealed: Buffer, passphrase: string, context: string): Buffer {
  try {
    return openPlan(sealed, passphrase, context);
  } catch (cause) {
    throw new JobError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
