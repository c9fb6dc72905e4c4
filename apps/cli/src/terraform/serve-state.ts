import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import type { LocalFolders } from './local-folders';

/** States of tens of thousands of objects; what is larger is refused. */
const MAX_STATE_BYTES = 256 * 1024 * 1024;

/** Terraform reads it after `cdk.tf.json`, and puts its backend in the place of that one. Source: Terraform, "Override Files". */
const OVERRIDE_FILE = 'state_override.tf.json';
const OVERRIDE = `${JSON.stringify({ terraform: { backend: { http: {} } } })}\n`;

type StateFolders = Pick<LocalFolders, 'stackFolder' | 'stateFile'>;

export interface ServedState {
  /** With which Terraform's `http` backend finds the state. Source: Terraform, "Backend Type: http". */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Keeps a state file for Terraform's `http` backend as long as one command runs. The `local` backend writes the whole state after every
 * object, several times over and in place: 500 objects cost seconds, and a kill leaves half a state. Over HTTP, Terraform writes at the
 * end and every 20 seconds, and here a write is whole or not at all. There is no lock to go stale: one command works on a stack at a
 * time, and whoever does not have its password is refused.
 */
export async function serveState({ stackFolder, stateFile }: StateFolders): Promise<ServedState> {
  mkdirSync(stackFolder, { recursive: true });
  writeFileSync(join(stackFolder, OVERRIDE_FILE), OVERRIDE);
  const password = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    answer(stateFile, password, request).then(
      ({ status, body }) => response.writeHead(status).end(body),
      (error: unknown) => {
        fail(response, error);
      },
    );
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      TF_HTTP_ADDRESS: `http://127.0.0.1:${port}/state`,
      TF_HTTP_USERNAME: USER,
      TF_HTTP_PASSWORD: password,
      // A folder in which another backend was chosen before: the state is the same file, there is nothing to carry over.
      TF_CLI_ARGS_init: '-reconfigure',
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const USER = 'terraform';

interface Answer {
  readonly status: number;
  readonly body?: string;
}

async function answer(
  stateFile: string,
  password: string,
  request: IncomingMessage,
): Promise<Answer> {
  if (!isAllowed(request.headers.authorization, password)) {
    return {
      status: 401,
      body: 'The state is served to the command that runs now, and to it alone.',
    };
  }
  if (request.url !== '/state') return { status: 404, body: `There is no ${request.url} here.` };
  if (request.method === 'GET') return readState(stateFile);
  if (request.method === 'POST') return writeState(stateFile, request);
  return {
    status: 405,
    body: `A state is read and written (GET, POST), and this is ${request.method}.`,
  };
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { status: 404 };
    throw error;
  }
}

async function writeState(file: string, request: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Throws where Terraform is gone before the end.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_STATE_BYTES) {
      return {
        status: 413,
        body: `A state of more than ${MAX_STATE_BYTES} bytes is not kept here.`,
      };
    }
    chunks.push(chunk);
  }
  const state = Buffer.concat(chunks);
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

function digest(algorithm: 'sha256' | 'md5', data: string | Buffer): Buffer {
  return createHash(algorithm).update(data).digest();
}

/** Terraform shows the body to the person. */
function fail(response: ServerResponse, error: unknown): void {
  response.writeHead(500).end(error instanceof Error ? error.message : String(error));
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
}
