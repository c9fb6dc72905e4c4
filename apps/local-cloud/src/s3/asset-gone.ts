import { readFile } from 'node:fs/promises';

import type { HttpResponse } from '../http/message';
import { STACK_REBUILT, type S3Error } from './s3-error';

/** A file that was there at the start, when every file was looked for: the stack was built anew meanwhile. */
class AssetGone extends Error {
  override readonly name = 'AssetGone';
}

/** @param source as the stack names it, for the log */
export async function readAsset(path: string, source: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    throw new AssetGone(`${source} is gone: ${REBUILT}`, { cause });
  }
}

const REBUILT = 'the stack was rebuilt since the start; restart npm start to serve the new one';

/** @param say the refusal, in the endpoint's own form */
export async function orRebuilt(
  answer: Promise<HttpResponse>,
  say: (error: S3Error, because: string) => HttpResponse,
): Promise<HttpResponse> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AssetGone)) throw error;
    return say(STACK_REBUILT, error.message);
  }
}
