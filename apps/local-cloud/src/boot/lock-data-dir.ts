import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { BootError } from '../boot-error';

/** Beside the database, never inside it: a damaged database, and one that is about to be forgotten, are locked too. */
const LOCK = 'gatehouse.lock';
/** Long enough for a holder that is just writing its number down. */
const PATIENCE_MS = 250;

export interface DataDirLock {
  release(): void;
}

/**
 * Holds a folder for this process alone, until `release` or its end. The system lets go of a SQLite lock when its process ends, however
 * it ended: none is ever stale, and none is taken for that of another process with the same number. What is locked for writing may
 * still be read, and that is who holds it. The file stays: to remove it is to remove it from under the next one.
 * @throws BootError `ERR_DATA_DIR_IN_USE` when another process holds it
 */
export function lockDataDir(folder: string): DataDirLock {
  const file = join(folder, LOCK);
  // Only when it is not there: closing a file ends every lock that this process has on it (fcntl(2)).
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const lock = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
    lock.exec(`PRAGMA user_version = ${process.pid}; COMMIT; BEGIN IMMEDIATE`);
  } catch (cause) {
    const refusal = isBusy(cause) ? inUse(folder, holderOf(lock), cause) : cause;
    lock.close();
    throw refusal;
  }
  return {
    release: () => {
      lock.close();
    },
  };
}

function holderOf(lock: DatabaseSync): unknown {
  return lock.prepare('PRAGMA user_version').get()?.user_version;
}

function inUse(folder: string, pid: unknown, cause: unknown): BootError {
  return new BootError(
    'ERR_DATA_DIR_IN_USE',
    `The data folder ${folder} is in use by another Gatehouse (process ${String(pid)}). Stop that one, or choose another folder with --data-dir.`,
    { cause },
  );
}

/** Source: "Result and Error Codes" of SQLite, SQLITE_BUSY. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
