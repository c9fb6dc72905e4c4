import { join } from 'node:path';

import type { Origins } from '../http/open-ports';
import { writeWhileRunning } from './while-running';

/**
 * Tells `npm run deploy:local` where we answer, so that what it applies holds these addresses.
 * @param storeDir beside which the file stands: `<storeDir>.origins.json`
 * @returns takes the file away again
 */
export function writeOriginsFile(
  storeDir: string,
  { website, api }: Pick<Origins, 'website' | 'api'>,
): () => void {
  return writeWhileRunning(`${storeDir}.origins.json`, { website, api });
}

/**
 * Tells `npm run explain` where the operator port is; its token lies beside it.
 * @param dataDir in which the file stands: `running.json`
 * @returns takes the file away again
 */
export function writeRunningFile(
  dataDir: string,
  { website, operator }: Pick<Origins, 'website' | 'operator'>,
): () => void {
  return writeWhileRunning(join(dataDir, 'running.json'), { website, operator });
}
