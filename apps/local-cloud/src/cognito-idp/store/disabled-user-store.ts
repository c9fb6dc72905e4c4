import type { Database } from '../../store/database';

/** Whom an administrator has shut out. They keep all that is theirs. */
export interface DisabledUserStore {
  has(user: { readonly sub: string }): boolean;
  add(user: { readonly sub: string }): void;
  remove(user: { readonly sub: string }): void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS cognito_disabled_users (
    sub TEXT PRIMARY KEY REFERENCES cognito_users ON DELETE CASCADE
  ) STRICT`;

export function createDisabledUserStore(database: Database): DisabledUserStore {
  database.exec(TABLE);
  const select = database.prepare('SELECT sub FROM cognito_disabled_users WHERE sub = ?');
  const insert = database.prepare(
    'INSERT INTO cognito_disabled_users (sub) VALUES (?) ON CONFLICT DO NOTHING',
  );
  const remove = database.prepare('DELETE FROM cognito_disabled_users WHERE sub = ?');
  return {
    has: ({ sub }) => select.get(sub) !== undefined,
    add: ({ sub }) => {
      insert.run(sub);
    },
    remove: ({ sub }) => {
      remove.run(sub);
    },
  };
}
