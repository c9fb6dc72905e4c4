import { spawnSync } from 'node:child_process';

import { median, type Figure } from './statistics';

const RUNS = 5;

/** Every environment, without builds, beside tsx running nothing. */
export function measureSynth(): readonly Figure[] {
  const synth = median(Array.from({ length: RUNS }, () => time(['infra/synth.ts'])));
  const nothing = median(Array.from({ length: RUNS }, () => time(['-e', '0'])));
  return [
    {
      name: 'npm run synth',
      value: `${(synth / 1000).toFixed(2)} s`,
      baseline: `tsx alone ${(nothing / 1000).toFixed(2)} s`,
      goal: '≤ 3 s',
      met: synth <= 3000,
    },
  ];
}

function time(args: readonly string[]): number {
  const startedAt = performance.now();
  const { GATEHOUSE_ENV: _env, ...env } = process.env;
  const ended = spawnSync('tsx', args, {
    encoding: 'utf8',
    env: { ...env, CDKTF_OUTDIR: 'dist/bench' },
  });
  if (ended.status !== 0) throw new Error(`tsx ${args.join(' ')} failed:\n${ended.stderr}`);
  return performance.now() - startedAt;
}
