import { readConfig, signIn } from '../system/caller';
import { cpuMs, startServer } from './server-process';
import type { Figure } from './statistics';

const WARM_UP = 5;
const SIGN_INS = 50;

/** CPU time of the server, both steps of SRP and three tokens, over sign-ins one after the other. */
export async function measureSignIn(stack: string): Promise<readonly Figure[]> {
  const cloud = await startServer([
    'dist/local-cloud/main.mjs',
    '--port',
    '0',
    '--ephemeral',
    '--stack',
    stack,
  ]);
  try {
    const config = await readConfig(cloud.origin);
    for (let index = 0; index < WARM_UP; index += 1) await signIn(config, 'user', 'House1234?');
    const before = cpuMs(cloud.pid);
    for (let index = 0; index < SIGN_INS; index += 1) await signIn(config, 'user', 'House1234?');
    const each = (cpuMs(cloud.pid) - before) / SIGN_INS;
    return [
      {
        name: 'sign-in, server CPU',
        value: `${each.toFixed(1)} ms`,
        baseline: `${SIGN_INS} sign-ins`,
        goal: '≤ 20 ms',
        met: each <= 20,
      },
    ];
  } finally {
    await cloud.stop();
  }
}
