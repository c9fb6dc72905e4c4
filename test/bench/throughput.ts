import autocannon from 'autocannon';

import { getCredentials, readConfig, signCall, signIn } from '../system/caller';
import { startServer } from './server-process';
import { median, type Figure } from './statistics';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 50;

/** How a server did under load. */
interface Load {
  readonly rate: number;
  /** Of one answer, in milliseconds: all but one in a hundred were as fast. */
  readonly p99: number;
}

/** A signed GET through the whole chain, Lambda and traces included, beside a bare node:http server: in turns, on the same machine. */
export async function measureThroughput(stack: string): Promise<readonly Figure[]> {
  const cloud = await startServer([
    'dist/local-cloud/main.mjs',
    '--port',
    '0',
    '--ephemeral',
    '--account-rate',
    '1000000',
    '--stack',
    stack,
  ]);
  const bare = await startServer(['test/bench/bare-server.mjs']);
  try {
    const config = await readConfig(cloud.origin);
    const { idToken } = await signIn(config, 'admin', 'House1234?');
    const credentials = await getCredentials(config, idToken);
    // Not counted: until its code is compiled, a server is another.
    await loadOn(`${config.apiUrl}/secure`, signCall(config, credentials).headers);
    await loadOn(bare.origin, {});
    const rounds: { readonly chain: Load; readonly floor: Load }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const call = signCall(config, credentials);
      const chain = await loadOn(`${config.apiUrl}${call.path}`, call.headers);
      rounds.push({ chain, floor: await loadOn(bare.origin, {}) });
    }
    return figures(rounds);
  } finally {
    await Promise.all([cloud.stop(), bare.stop()]);
  }
}

function figures(
  rounds: readonly { readonly chain: Load; readonly floor: Load }[],
): readonly Figure[] {
  const ratio = median(rounds.map(({ chain, floor }) => chain.rate / floor.rate)) * 100;
  const rate = median(rounds.map(({ chain }) => chain.rate));
  const slower = median(rounds.map(({ chain, floor }) => chain.p99 / floor.p99));
  const p99 = median(rounds.map(({ chain }) => chain.p99));
  return [
    {
      name: 'signed GET, whole chain',
      value: `${rate.toFixed(0)}/s = ${ratio.toFixed(1)} %`,
      baseline: `of bare node:http (${median(rounds.map(({ floor }) => floor.rate)).toFixed(0)}/s)`,
      goal: '≥ 20 %',
      met: ratio >= 20,
    },
    {
      name: 'signed GET, p99',
      value: `${p99.toFixed(0)} ms = ${slower.toFixed(1)} ×`,
      baseline: `of bare node:http (${median(rounds.map(({ floor }) => floor.p99)).toFixed(0)} ms)`,
      goal: '≤ 10 ×',
      met: slower <= 10,
    },
  ];
}

async function loadOn(url: string, headers: Readonly<Record<string, string>>): Promise<Load> {
  const result = await autocannon({
    url,
    headers: { ...headers },
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new Error(
      `${url}: not all answers were 200: ${statuses}, ${result.errors} connections failed`,
    );
  }
  return { rate: result.requests.average, p99: result.latency.p99 };
}
