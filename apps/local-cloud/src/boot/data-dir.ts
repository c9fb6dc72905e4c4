import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BootError } from '../boot-error';
import { dataFolderAdvice, makeDataFolder } from './data-dir-folder';
import { lockDataDir } from './lock-data-dir';

/** Where state lives: the database, and the token of the operator port. */
export interface DataDir {
  readonly path: string;
  readonly databaseFile: string;
  readonly operatorTokenFile: string;
  /** 43 characters, base64url of 32 random bytes. Made when first asked for: a start that is refused before that leaves none behind. */
  readonly operatorToken: string;
  /** Lets the next process have the folder; removes it when it was ephemeral. */
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

/**
 * The folder is this process's alone until it is released: a second one that reset it would unlink an open database.
 * @throws BootError `ERR_DATA_DIR_UNUSABLE` when the folder cannot be made, read or written; `ERR_DATA_DIR_IN_USE`
 */
export function openDataDir(options: DataDirOptions): DataDir {
  const path = options.ephemeral ? mkdtempSync(join(tmpdir(), 'gatehouse-')) : options.path;
  try {
    makeDataFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const lock = lockDataDir(path);
    try {
      if (options.reset) forget(path);
    } catch (error) {
      lock.release();
      throw error;
    }
    return lockedDataDir(path, () => {
      lock.release();
      if (options.ephemeral) rmSync(path, { recursive: true, force: true });
    });
  } catch (cause) {
    throw cause instanceof BootError ? cause : unusable(path, cause);
  }
}

function lockedDataDir(path: string, release: () => void): DataDir {
  const operatorTokenFile = join(path, OPERATOR_TOKEN);
  let token: string | undefined;
  return {
    path,
    databaseFile: join(path, DATABASE),
    operatorTokenFile,
    get operatorToken() {
      try {
        return (token ??= readOrMakeToken(operatorTokenFile));
      } catch (cause) {
        throw unusable(path, cause);
      }
    },
    release,
  };
}

function forget(path: string): void {
  for (const file of OUR_FILES) rmSync(join(path, file), { force: true });
}

function unusable(path: string, cause: unknown): BootError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new BootError(
    'ERR_DATA_DIR_UNUSABLE',
    `The data folder ${path} cannot be used (${said}). ${dataFolderAdvice(cause)}`,
    { cause },
  );
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
