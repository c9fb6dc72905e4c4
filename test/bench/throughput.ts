import autocannon from 'autocannon';

import { getCredentials, readConfig, signCall, signIn } from '../system/caller';
import { startServer } from './server-process';
import { median, type Figure } from './statistics';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 50;

/** A signed GET through the whole chain, Lambda included, beside a bare node:http server: in turns, on the same machine. */
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
    const ratios: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const call = signCall(config, credentials);
      const chain = await requestsPerSecond(`${config.apiUrl}${call.path}`, call.headers);
      const floor = await requestsPerSecond(bare.origin, {});
      rates.push(chain);
      ratios.push(chain / floor);
    }
    const ratio = median(ratios) * 100;
    return [
      {
        name: 'signed GET, whole chain',
        value: `${median(rates).toFixed(0)}/s = ${ratio.toFixed(1)} %`,
        baseline: 'of bare node:http',
        goal: '≥ 15 %',
        met: ratio >= 15,
      },
    ];
  } finally {
    await Promise.all([cloud.stop(), bare.stop()]);
  }
}

async function requestsPerSecond(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
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
  return result.requests.average;
}
