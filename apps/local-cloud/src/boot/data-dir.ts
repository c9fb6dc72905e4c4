import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BootError } from '../boot-error';

/** Where state lives: the database, and the token of the operator port. */
export interface DataDir {
  readonly path: string;
  readonly databaseFile: string;
  readonly operatorTokenFile: string;
  /** 43 characters, base64url of 32 random bytes. */
  readonly operatorToken: string;
  /** Removes the folder when it was ephemeral; leaves it alone otherwise. */
  release(): void;
}

export interface DataDirOptions {
  readonly path: string;
  /** A folder of its own that goes away with the process. */
  readonly ephemeral: boolean;
  /** Forget users, sessions and mail first. */
  readonly reset: boolean;
}

const DATABASE = 'gatehouse.sqlite';
const OPERATOR_TOKEN = 'operator-token';
/** Only what we made ourselves is ever removed: `--reset --data-dir ~` must not empty a home. */
const OUR_FILES = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, OPERATOR_TOKEN];

/** @throws BootError `ERR_DATA_DIR_UNUSABLE` when the folder cannot be made, read or written. */
export function openDataDir(options: DataDirOptions): DataDir {
  const path = options.ephemeral ? mkdtempSync(join(tmpdir(), 'gatehouse-')) : options.path;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    if (options.reset)
      OUR_FILES.forEach((file) => {
        rmSync(join(path, file), { force: true });
      });
    const operatorTokenFile = join(path, OPERATOR_TOKEN);
    return {
      path,
      databaseFile: join(path, DATABASE),
      operatorTokenFile,
      operatorToken: readOrMakeToken(operatorTokenFile),
      release: () => {
        if (options.ephemeral) rmSync(path, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    throw new BootError(
      'ERR_DATA_DIR_UNUSABLE',
      `The data folder ${path} cannot be used (${cause instanceof Error ? cause.message : String(cause)}). Give this user the right to read and write it, or choose another with --data-dir.`,
      { cause },
    );
  }
}

function readOrMakeToken(file: string): string {
  if (existsSync(file)) {
    const token = readFileSync(file, 'utf8').trim();
    if (/^[\w-]{43}$/.test(token)) {
      chmodSync(file, 0o600);
      return token;
    }
  }
  const token = randomBytes(32).toString('base64url');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return token;
}
