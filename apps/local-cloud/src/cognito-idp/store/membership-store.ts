import type { Database } from '../../store/database';
import { inTransaction, integer, text } from './row';

/** Who is in which group of the pool. The groups themselves are Terraform's. */
export interface MembershipStore {
  groupsOf(user: { readonly sub: string }): readonly string[];
  /** How many of a pool are in its group. */
  countIn(poolId: string, group: string): number;
  add(user: { readonly sub: string }, group: string): void;
  /** These, and no others. */
  replace(user: { readonly sub: string }, groups: readonly string[]): void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS cognito_memberships (
    sub TEXT NOT NULL REFERENCES cognito_users ON DELETE CASCADE, group_name TEXT NOT NULL,
    PRIMARY KEY (sub, group_name)
  ) STRICT`;

export function createMembershipStore(database: Database): MembershipStore {
  database.exec(TABLE);
  const select = database.prepare(
    'SELECT group_name FROM cognito_memberships WHERE sub = ? ORDER BY rowid',
  );
  const insert = database.prepare(
    'INSERT INTO cognito_memberships (sub, group_name) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const count = database.prepare(
    'SELECT COUNT(*) AS members FROM cognito_memberships JOIN cognito_users USING (sub) WHERE pool_id = ? AND group_name = ?',
  );
  const removeAll = database.prepare('DELETE FROM cognito_memberships WHERE sub = ?');
  return {
    groupsOf: ({ sub }) => select.all(sub).map((row) => text(row, 'group_name')),
    countIn: (poolId, group) => integer(count.get(poolId, group) ?? {}, 'members'),
    add: ({ sub }, group) => {
      insert.run(sub, group);
    },
    replace: ({ sub }, groups) => {
      inTransaction(database, () => {
        removeAll.run(sub);
        for (const group of groups) insert.run(sub, group);
      });
    },
  };
}
