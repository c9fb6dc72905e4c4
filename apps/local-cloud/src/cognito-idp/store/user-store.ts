import type { Database } from '../../store/database';
import { GROUP_BYTES, toBigInt, toBytes } from '../srp/group';
import type { PasswordVerifier } from '../srp/password-verifier';
import { blob, inTransaction, integer, text } from './row';
import type { Row } from './row';

export interface User extends PasswordVerifier {
  readonly poolId: string;
  /** In a pool that ignores case: lower case. Also the id that SRP hashes. */
  readonly username: string;
  readonly sub: string;
  readonly status: 'UNCONFIRMED' | 'CONFIRMED';
}

/** Wire name → value, `sub` left out; in the order they were set. */
export type UserAttributes = ReadonlyMap<string, string>;

export interface UserStore {
  find(poolId: string, username: string): User | undefined;
  findBySub(poolId: string, sub: string): User | undefined;
  /** Of a pool, by name: those whose names begin so. */
  list(poolId: string, beginning: string, limit: number): readonly User[];
  /** How many a pool has. */
  count(poolId: string): number;
  attributesOf(user: Pick<User, 'sub'>): UserAttributes;
  /** User, attributes and whatever `also` writes: all or nothing. */
  insert<T>(user: User, attributes: UserAttributes, also: () => T): T;
  /** The user is confirmed, and so is the attribute the code went to; an administrator confirms without a code. */
  confirm(user: Pick<User, 'sub'>, verifiedAttribute?: string): void;
  /** With all that is theirs. */
  remove(user: Pick<User, 'sub'>): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS cognito_users (
    sub TEXT PRIMARY KEY, pool_id TEXT NOT NULL, username TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('UNCONFIRMED', 'CONFIRMED')),
    salt BLOB NOT NULL, verifier BLOB NOT NULL, UNIQUE (pool_id, username)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS cognito_user_attributes (
    sub TEXT NOT NULL REFERENCES cognito_users ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (sub, name)
  ) STRICT`;

export function createUserStore(database: Database): UserStore {
  database.exec(TABLES);
  const byName = database.prepare('SELECT * FROM cognito_users WHERE pool_id = ? AND username = ?');
  const bySub = database.prepare('SELECT * FROM cognito_users WHERE pool_id = ? AND sub = ?');
  // A comparison, not LIKE: a name may hold its wildcards.
  const byBeginning = database.prepare(
    'SELECT * FROM cognito_users WHERE pool_id = ? AND substr(username, 1, length(?)) = ? ORDER BY username LIMIT ?',
  );
  const countAll = database.prepare(
    'SELECT count(*) AS users FROM cognito_users WHERE pool_id = ?',
  );
  const attributes = database.prepare(
    'SELECT name, value FROM cognito_user_attributes WHERE sub = ? ORDER BY rowid',
  );
  const insertUser = database.prepare(
    'INSERT INTO cognito_users (sub, pool_id, username, status, salt, verifier) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const setAttribute = database.prepare(
    'INSERT INTO cognito_user_attributes (sub, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const setConfirmed = database.prepare(
    "UPDATE cognito_users SET status = 'CONFIRMED' WHERE sub = ?",
  );
  const removeUser = database.prepare('DELETE FROM cognito_users WHERE sub = ?');
  return {
    find: (poolId, username) => toUser(byName.get(poolId, username)),
    findBySub: (poolId, sub) => toUser(bySub.get(poolId, sub)),
    list: (poolId, beginning, limit) =>
      byBeginning.all(poolId, beginning, beginning, limit).flatMap((row) => toUser(row) ?? []),
    count: (poolId) => integer(countAll.get(poolId) ?? {}, 'users'),
    attributesOf: ({ sub }) =>
      new Map(attributes.all(sub).map((row) => [text(row, 'name'), text(row, 'value')])),
    insert: (user, values, also) =>
      inTransaction(database, () => {
        const { sub, poolId, username, status, salt, verifier } = user;
        insertUser.run(sub, poolId, username, status, salt, toBytes(verifier, GROUP_BYTES));
        for (const [name, value] of values) setAttribute.run(sub, name, value);
        return also();
      }),
    confirm: ({ sub }, verifiedAttribute) => {
      inTransaction(database, () => {
        setConfirmed.run(sub);
        if (verifiedAttribute !== undefined)
          setAttribute.run(sub, `${verifiedAttribute}_verified`, 'true');
      });
    },
    remove: ({ sub }) => {
      removeUser.run(sub);
    },
  };
}

function toUser(row: Row | undefined): User | undefined {
  if (row === undefined) return undefined;
  return {
    poolId: text(row, 'pool_id'),
    username: text(row, 'username'),
    sub: text(row, 'sub'),
    status: text(row, 'status') === 'CONFIRMED' ? 'CONFIRMED' : 'UNCONFIRMED',
    salt: blob(row, 'salt'),
    verifier: toBigInt(blob(row, 'verifier')),
  };
}
