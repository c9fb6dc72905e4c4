import type { Database } from '../../store/database';
import { integer, text } from './row';

export interface ConfirmationCode {
  readonly code: string;
  /** The attribute whose owner got it: `email`. */
  readonly attribute: string;
  readonly expiresAtMs: number;
}

/** The latest sign-up code of each user: a new one takes the place of the old. */
export interface CodeStore {
  find(user: { readonly sub: string }): ConfirmationCode | undefined;
  set(user: { readonly sub: string }, code: ConfirmationCode): void;
  remove(user: { readonly sub: string }): void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS cognito_codes (
    sub TEXT PRIMARY KEY REFERENCES cognito_users ON DELETE CASCADE,
    code TEXT NOT NULL, attribute TEXT NOT NULL, expires_at_ms INTEGER NOT NULL
  ) STRICT`;

export function createCodeStore(database: Database): CodeStore {
  database.exec(TABLE);
  const select = database.prepare('SELECT * FROM cognito_codes WHERE sub = ?');
  const replace = database.prepare(
    'INSERT OR REPLACE INTO cognito_codes (sub, code, attribute, expires_at_ms) VALUES (?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM cognito_codes WHERE sub = ?');
  return {
    find: ({ sub }) => {
      const row = select.get(sub);
      return row === undefined
        ? undefined
        : {
            code: text(row, 'code'),
            attribute: text(row, 'attribute'),
            expiresAtMs: integer(row, 'expires_at_ms'),
          };
    },
    set: ({ sub }, { code, attribute, expiresAtMs }) => {
      replace.run(sub, code, attribute, expiresAtMs);
    },
    remove: ({ sub }) => {
      remove.run(sub);
    },
  };
}
