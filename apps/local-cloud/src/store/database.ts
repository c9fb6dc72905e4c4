import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { BootError } from '../boot-error';

const IN_MEMORY = ':memory:';

/** SQLite, synchronous. Each service makes its own tables with `CREATE TABLE IF NOT EXISTS`. */
export type Database = DatabaseSync;

/** Raised when a table's shape changes; a database of another version is refused, never half-read. */
const SCHEMA_VERSION = 1;

/**
 * Opens (or makes) the database file, which only its owner may read: it holds verifiers, sessions and signing keys.
 * @throws BootError when the file is not a database, is damaged, or was written by another version.
 */
export function openDatabase(path: string): Database {
  try {
    if (path !== IN_MEMORY) makePrivate(path);
    const database = new DatabaseSync(path);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON',
    );
    assertSound(database, path);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    return database;
  } catch (cause) {
    if (cause instanceof BootError) throw cause;
    throw new BootError(
      'ERR_STORE_UNREADABLE',
      `The database ${path} cannot be read (${reason(cause)}). Start with --reset to make a new one, or with --data-dir to use another.`,
      { cause },
    );
  }
}

/** SQLite gives its side files the mode of the file itself. */
function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

function assertSound(database: Database, path: string): void {
  const check = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (check.quick_check !== 'ok') throw new Error(check.quick_check);
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (version === 0 || version === SCHEMA_VERSION) return;
  throw new BootError(
    'ERR_STORE_VERSION',
    `The database ${path} has version ${version}, this program reads version ${SCHEMA_VERSION}. Start with --reset to make a new one.`,
  );
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
