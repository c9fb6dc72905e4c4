import { spawn } from 'node:child_process';

import { NOTHING_COUNTED, type Counts, type Stage } from './stage';

export interface StageResult {
  readonly counts: Counts;
  readonly seconds: number;
  readonly output: string;
}

/** Runs one stage to its end. A non-zero exit code is at least one failure, also when every test that ran has passed. */
export async function runStage(stage: Stage): Promise<StageResult> {
  const startedAt = performance.now();
  const child = spawn(stage.command, stage.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...stage.env },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => {
      resolve(127);
    });
    child.once('close', (status) => {
      resolve(status ?? 1);
    });
  });
  const output = Buffer.concat(chunks).toString('utf8');
  return {
    counts: judge(stage, code, output),
    seconds: (performance.now() - startedAt) / 1000,
    output,
  };
}

function judge(stage: Stage, code: number, output: string): Counts {
  if (stage.count === undefined)
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts = stage.count(output);
  if (counts.passed + counts.failed + counts.skipped === 0) return NOTHING_COUNTED;
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
