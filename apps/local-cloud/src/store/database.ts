import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

import { BootError } from '../boot-error';

const IN_MEMORY = ':memory:';

/** SQLite, synchronous. Each service makes its own tables with `CREATE TABLE IF NOT EXISTS`. */
export type Database = DatabaseSync;

/** Raised when a table's shape changes; a database of another version is refused, never half-read. */
const SCHEMA_VERSION = 2;

/**
 * Opens (or makes) the database file, which only its owner may read: it holds verifiers, sessions and signing keys. Whatever is not
 * ours is closed again before anything is written to it.
 * @param outlivesMachine it must be whole after the power has failed; only then is the disk waited for
 * @throws BootError when the file is not a database, is damaged, is another program's, or was written by another version.
 */
export function openDatabase(
  path: string,
  { outlivesMachine = true }: { readonly outlivesMachine?: boolean } = {},
): Database {
  let database: Database | undefined;
  try {
    if (path !== IN_MEMORY) makePrivate(path);
    database = new OurDatabase(path);
    assertOurs(database, path);
    database.exec(
      `PRAGMA synchronous = ${outlivesMachine ? 'NORMAL' : 'OFF'}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA user_version = ${SCHEMA_VERSION}`,
    );
    return database;
  } catch (cause) {
    if (database?.isOpen === true) database.close();
    if (cause instanceof BootError) throw cause;
    throw new BootError(
      'ERR_STORE_UNREADABLE',
      `The database ${path} cannot be read (${reason(cause)}). Start with --reset to make a new one, or with --data-dir to use another.`,
      { cause },
    );
  }
}

/** Tells a table of the same name but another shape, which each service meets when it makes its own, from a fault of ours. */
class OurDatabase extends DatabaseSync {
  constructor(private readonly path: string) {
    super(path);
  }

  override exec(sql: string): void {
    try {
      super.exec(sql);
    } catch (cause) {
      throw /^\s*CREATE\b/i.test(sql) ? foreign(this.path, reason(cause), cause) : cause;
    }
  }

  override prepare(sql: string): StatementSync {
    try {
      return super.prepare(sql);
    } catch (cause) {
      throw /^no such (table|column)|has no column/.test(reason(cause))
        ? foreign(this.path, reason(cause), cause)
        : cause;
    }
  }
}

/** SQLite gives its side files the mode of the file itself. */
function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

/** Only reads. A new file has no version and no tables; one with tables and no version is somebody else's. */
function assertOurs(database: Database, path: string): void {
  const check = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (check.quick_check !== 'ok') throw new Error(check.quick_check);
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (version === SCHEMA_VERSION) return;
  const tables = database.prepare('SELECT name FROM sqlite_master').all();
  if (version === 0 && tables.length === 0) return;
  if (version === 0) throw foreign(path, `it has ${String(tables[0]?.name)} and no version`);
  throw new BootError(
    'ERR_STORE_VERSION',
    `The database ${path} has version ${version}, this program reads version ${SCHEMA_VERSION}. Start with --reset to make a new one.`,
  );
}

function foreign(path: string, because: string, cause?: unknown): BootError {
  return new BootError(
    'ERR_STORE_FOREIGN',
    `The database ${path} was not made by Gatehouse (${because}). Use another folder with --data-dir, or start with --reset to replace it with a new one.`,
    { cause },
  );
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
