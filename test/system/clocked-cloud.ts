/**
 * A local cloud whose clock stands where its parent sets it, as a program: `{ nowMs }` sets it, `{ heap: true }` collects garbage and
 * answers what is left. Everything else is as people run it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { startLocalCloud } from '../../apps/local-cloud/src/local-cloud';
import { parseOptions } from '../../apps/local-cloud/src/options';

/** What the parent asks. */
export type Ask = { readonly nowMs: number } | { readonly heap: true };

/** What it is told: where we answer, or how much memory is in use. */
export type Told =
  | { readonly website: string }
  | { readonly nowMs: number }
  | { readonly heapBytes: number };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const [nowMs = '', ...argv] = process.argv.slice(2);
let now = Number(nowMs);
const options = parseOptions(argv);
if (options === 'help') throw new Error('clocked-cloud takes the options of a start');
const cloud = await startLocalCloud({
  ...options,
  clock: { now: () => now },
  log: () => undefined,
});

process.on('message', (ask: Ask) => {
  if ('nowMs' in ask) {
    now = ask.nowMs;
    tell({ nowMs: now });
  } else {
    // Several times: what a finalizer lets go is only found by the next one.
    for (let round = 0; round < 5; round += 1) collect();
    tell({ heapBytes: process.memoryUsage().heapUsed });
  }
});
process.on('disconnect', () => {
  void cloud.close();
});
tell({ website: cloud.origins.website });

function tell(told: Told): void {
  process.send?.(told);
}
