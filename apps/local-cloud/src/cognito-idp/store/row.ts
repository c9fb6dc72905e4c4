import type { SQLOutputValue } from 'node:sqlite';

import type { Database } from '../../store/database';

/** A row as SQLite gives it. A column of another type means a damaged database: our fault, never the caller's. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw wrongColumn(column, value);
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw wrongColumn(column, value);
}

export function blob(row: Row, column: string): Buffer {
  const value = row[column];
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw wrongColumn(column, value);
}

export function textOrUndefined(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

export function integerOrUndefined(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column);
}

function wrongColumn(column: string, value: SQLOutputValue | undefined): TypeError {
  return new TypeError(`column ${column} holds a ${value === null ? 'null' : typeof value}`);
}

/** All of it, or nothing. `work` must be synchronous. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
