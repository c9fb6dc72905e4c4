import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';

import { hasCode } from '../has-code';

/** States of tens of thousands of objects; what is larger is refused. */
const MAX_STATE_BYTES = 256 * 1024 * 1024;
const MAX_LOCK_BYTES = 64 * 1024;

/** Of the one that may ask. */
export const USER = 'terraform';

/** The state as it is kept while one command runs. */
export interface Kept {
  /** Its file. */
  readonly file: string;
  /** What whoever holds the lock says of itself: JSON of Terraform's. */
  lock?: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: string;
}

/** What Terraform's `http` backend is told. Source: Terraform, "Backend Type: http". */
export async function answer(
  kept: Kept,
  password: string,
  request: IncomingMessage,
): Promise<Answer> {
  if (!isAllowed(request.headers.authorization, password)) {
    return {
      status: 401,
      body: 'The state is served to the command that runs now, and to it alone.',
    };
  }
  // Whoever holds the lock writes with `?ID=` of it.
  const path = request.url?.split('?', 1)[0];
  if (path !== '/state') return { status: 404, body: `There is no ${path} here.` };
  switch (request.method) {
    case 'GET':
      return readState(kept.file);
    case 'POST':
      return writeState(kept.file, request);
    case 'LOCK':
      return lock(kept, request);
    case 'UNLOCK':
      delete kept.lock;
      return { status: 200 };
    default:
      return {
        status: 405,
        body: `A state is read, written, locked and unlocked (GET, POST, LOCK, UNLOCK), and this is ${request.method}.`,
      };
  }
}

/** Terraform shows who holds the lock where it is told 423 and what that one said. */
async function lock(kept: Kept, request: IncomingMessage): Promise<Answer> {
  const asked = await readAll(request, MAX_LOCK_BYTES);
  if (asked === undefined) return tooLarge('lock', MAX_LOCK_BYTES);
  if (kept.lock !== undefined) return { status: 423, body: kept.lock };
  kept.lock = asked.toString('utf8');
  return { status: 200 };
}

function isAllowed(authorization: string | undefined, password: string): boolean {
  const expected = `Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`;
  return timingSafeEqual(digest('sha256', authorization ?? ''), digest('sha256', expected));
}

/** Terraform takes 404 for a state that does not exist yet. */
function readState(file: string): Answer {
  try {
    return { status: 200, body: readFileSync(file, 'utf8') };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { status: 404 };
    throw error;
  }
}

async function writeState(file: string, request: IncomingMessage): Promise<Answer> {
  const state = await readAll(request, MAX_STATE_BYTES);
  if (state === undefined) return tooLarge('state', MAX_STATE_BYTES);
  const sent = request.headers['content-md5'];
  const received = digest('md5', state).toString('base64');
  if (sent !== received) {
    return {
      status: 400,
      body: `Content-MD5 is ${String(sent)}, and that of the body ${received}.`,
    };
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.writing`;
  // Keys and tokens are in a state.
  writeFileSync(temporary, state, { mode: 0o600 });
  renameSync(temporary, file);
  return { status: 200 };
}

/** @returns undefined where it is larger. Throws where Terraform is gone before the end. */
async function readAll(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(what: string, maxBytes: number): Answer {
  return { status: 413, body: `A ${what} of more than ${maxBytes} bytes is not kept here.` };
}

function digest(algorithm: 'sha256' | 'md5', data: string | Buffer): Buffer {
  return createHash(algorithm).update(data).digest();
}
