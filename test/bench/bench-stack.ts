import { execFileSync } from 'node:child_process';

const OUTDIR = 'dist/bench';

/** Synthesizes the environment whose rate and quota nothing reaches. @returns its folder */
export function synthesizeBenchStack(): string {
  execFileSync('tsx', ['infra/synth.ts'], {
    env: { ...process.env, GATEHOUSE_ENV: 'bench', CDKTF_OUTDIR: OUTDIR },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return `${OUTDIR}/stacks/gatehouse-bench`;
}
