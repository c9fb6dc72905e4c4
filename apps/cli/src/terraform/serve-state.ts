import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { LocalFolders } from './local-folders';
import { answer, USER, type Kept } from './state-answers';

/** Terraform reads it after `cdk.tf.json`, and puts its backend in the place of that one. Source: Terraform, "Override Files". */
const OVERRIDE_FILE = 'state_override.tf.json';
const OVERRIDE = `${JSON.stringify({ terraform: { backend: { http: {} } } })}\n`;

type StateFolders = Pick<LocalFolders, 'stackFolder' | 'stateFile'>;

export interface ServedState {
  /** With which Terraform's `http` backend finds the state. Source: Terraform, "Backend Type: http". */
  readonly env: Readonly<Record<string, string>>;
  /** A Terraform has locked the state and not unlocked it: it was ended in the middle of its work. */
  readonly isLocked: boolean;
  close(): Promise<void>;
}

/**
 * Keeps a state file for Terraform's `http` backend as long as one command runs. The `local` backend writes the whole state after every
 * object, several times over and in place: 500 objects cost seconds, and a kill leaves half a state. Over HTTP, Terraform writes at the
 * end and every 20 seconds, and here a write is whole or not at all. Its lock goes with the command, so that none can be stale, and
 * whoever does not have the command's password is refused.
 */
export async function serveState({ stackFolder, stateFile }: StateFolders): Promise<ServedState> {
  mkdirSync(stackFolder, { recursive: true });
  writeFileSync(join(stackFolder, OVERRIDE_FILE), OVERRIDE);
  const password = randomBytes(32).toString('base64url');
  const kept: Kept = { file: stateFile };
  const server = createServer((request, response) => {
    answer(kept, password, request).then(
      ({ status, body }) => response.writeHead(status).end(body),
      (error: unknown) => {
        fail(response, error);
      },
    );
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/state`;
  return {
    env: {
      TF_HTTP_ADDRESS: address,
      TF_HTTP_LOCK_ADDRESS: address,
      TF_HTTP_UNLOCK_ADDRESS: address,
      TF_HTTP_USERNAME: USER,
      TF_HTTP_PASSWORD: password,
      // A folder in which another backend was chosen before: the state is the same file, there is nothing to carry over.
      TF_CLI_ARGS_init: '-reconfigure',
    },
    get isLocked() {
      return kept.lock !== undefined;
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

/** Terraform shows the body to the person. */
function fail(response: ServerResponse, error: unknown): void {
  response.writeHead(500).end(error instanceof Error ? error.message : String(error));
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
}
