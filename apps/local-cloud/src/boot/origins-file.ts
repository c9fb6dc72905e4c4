import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Origins } from '../http/open-ports';

/**
 * Tells `npm run deploy:local` where we answer, so that what it applies holds these addresses.
 * @param storeDir beside which the file stands: `<storeDir>.origins.json`
 * @returns takes the file away again, unless somebody else has written it since
 */
export function writeOriginsFile(
  storeDir: string,
  { website, api }: Pick<Origins, 'website' | 'api'>,
): () => void {
  const file = `${storeDir}.origins.json`;
  const text = `${JSON.stringify({ website, api, pid: process.pid })}\n`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
  return () => {
    if (read(file) === text) rmSync(file, { force: true });
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Gone already.
  }
}
