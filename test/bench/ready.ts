import { median, type Figure } from './statistics';
import { residentMb, startServer } from './server-process';

const RUNS = 7;

/** How long until it answers, and what it then holds, beside a bare node:http server started in turn with it. */
export async function measureReady(stack: string): Promise<readonly Figure[]> {
  const samples = {
    cloudMs: [] as number[],
    cloudMb: [] as number[],
    bareMs: [] as number[],
    bareMb: [] as number[],
  };
  for (let run = 0; run < RUNS; run += 1) {
    const cloud = await startServer([
      'dist/local-cloud/main.mjs',
      '--port',
      '0',
      '--ephemeral',
      '--stack',
      stack,
    ]);
    samples.cloudMs.push(cloud.readyMs);
    samples.cloudMb.push(residentMb(cloud.pid));
    await cloud.stop();
    const bare = await startServer(['test/bench/bare-server.mjs']);
    samples.bareMs.push(bare.readyMs);
    samples.bareMb.push(residentMb(bare.pid));
    await bare.stop();
  }
  const cloudMs = median(samples.cloudMs);
  const cloudMb = median(samples.cloudMb);
  return [
    {
      name: 'local cloud ready',
      value: `${cloudMs.toFixed(0)} ms`,
      baseline: `bare node:http ${median(samples.bareMs).toFixed(0)} ms`,
      goal: '≤ 250 ms',
      met: cloudMs <= 250,
    },
    {
      name: 'local cloud memory',
      value: `${cloudMb.toFixed(0)} MB`,
      baseline: `bare node:http ${median(samples.bareMb).toFixed(0)} MB`,
      goal: '≤ 100 MB',
      met: cloudMb <= 100,
    },
  ];
}
