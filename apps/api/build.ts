/** `tsx apps/api/build.ts [--watch]`: makes dist/api of the repository that this file lies in. */
import { once } from 'node:events';
import { resolve } from 'node:path';

import { routes } from '@gatehouse/access';

import { assertRouteHandlers } from './assert-route-handlers';
import { buildApi, watchApi } from './build-api';
import { ROUTE_HANDLERS } from './route-handlers';

const root = resolve(import.meta.dirname, '../..');

try {
  assertRouteHandlers(routes, ROUTE_HANDLERS);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
await buildApi({ root });
if (process.argv.includes('--watch')) {
  const signals = ['SIGINT', 'SIGTERM'].map((signal) => once(process, signal));
  await watchApi({ root }, Promise.race(signals), () => {
    process.stdout.write('Lambda rebuilt: the next call runs it.\n');
  });
}
