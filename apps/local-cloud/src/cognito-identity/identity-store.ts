import { randomUUID } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';

import { inTransaction, text } from '../cognito-idp/store/row';
import type { Row } from '../cognito-idp/store/row';
import type { Database } from '../store/database';

/** Who an identity is: the logins of a person, or, before the first of them, a guest. */
export interface Identity {
  /** `<region>:<guid>`. */
  readonly id: string;
  readonly poolId: string;
  /** `disabled`: its last login was unlinked, or it was a guest who turned out to have an identity. Nobody gets in any more. */
  readonly state: 'guest' | 'linked' | 'disabled';
}

export interface LinkedLogin {
  /** `cognito-idp.<region>.amazonaws.com/<pool>`. */
  readonly providerName: string;
  readonly subject: string;
}

/** Guests come without any proof: the oldest make room. */
const DEFAULT_MAX_GUESTS = 10_000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS cognito_identities (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pool_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('guest', 'linked', 'disabled'))
  ) STRICT;
  CREATE TABLE IF NOT EXISTS cognito_identity_logins (
    pool_id TEXT NOT NULL,
    provider_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    identity_id TEXT NOT NULL REFERENCES cognito_identities (id),
    PRIMARY KEY (pool_id, provider_name, subject)
  ) STRICT`;

/** Identities outlive restarts: the id that a login was given once is the id it always gets. A login has one identity in a pool. */
export class IdentityStore {
  private readonly byId: StatementSync;
  private readonly byLogin: StatementSync;
  private readonly loginsById: StatementSync;
  private readonly insert: StatementSync;
  private readonly insertLogin: StatementSync;
  private readonly removeLogins: StatementSync;
  private readonly setState: StatementSync;
  private readonly forgetOldGuests: StatementSync;

  constructor(
    private readonly database: Database,
    maxGuests = DEFAULT_MAX_GUESTS,
  ) {
    database.exec(TABLES);
    this.byId = database.prepare('SELECT * FROM cognito_identities WHERE id = ?');
    this.byLogin = database.prepare(
      `SELECT identity.* FROM cognito_identity_logins login
       JOIN cognito_identities identity ON identity.id = login.identity_id
       WHERE login.pool_id = ? AND login.provider_name = ? AND login.subject = ?`,
    );
    this.loginsById = database.prepare(
      'SELECT * FROM cognito_identity_logins WHERE identity_id = ?',
    );
    this.insert = database.prepare(
      'INSERT INTO cognito_identities (id, pool_id, state) VALUES (?, ?, ?)',
    );
    this.insertLogin = database.prepare(
      `INSERT INTO cognito_identity_logins (pool_id, provider_name, subject, identity_id)
       VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.removeLogins = database.prepare(
      'DELETE FROM cognito_identity_logins WHERE identity_id = ? AND provider_name = ?',
    );
    this.setState = database.prepare('UPDATE cognito_identities SET state = ? WHERE id = ?');
    this.forgetOldGuests = database.prepare(
      `DELETE FROM cognito_identities WHERE state != 'linked' AND sequence <= (
         SELECT sequence FROM cognito_identities WHERE state != 'linked'
         ORDER BY sequence DESC LIMIT 1 OFFSET ${maxGuests})`,
    );
  }

  find(id: string): Identity | undefined {
    return toIdentity(this.byId.get(id));
  }

  findByLogin(poolId: string, login: LinkedLogin): Identity | undefined {
    return toIdentity(this.byLogin.get(poolId, login.providerName, login.subject));
  }

  loginsOf({ id }: Identity): readonly LinkedLogin[] {
    return this.loginsById.all(id).map((row) => ({
      providerName: text(row, 'provider_name'),
      subject: text(row, 'subject'),
    }));
  }

  /** A new identity in the region of its pool: a guest's without logins. */
  create(poolId: string, logins: readonly LinkedLogin[]): Identity {
    const region = poolId.slice(0, poolId.indexOf(':'));
    const state = logins.length === 0 ? 'guest' : 'linked';
    const identity: Identity = { id: `${region}:${randomUUID()}`, poolId, state };
    return inTransaction(this.database, () => {
      this.insert.run(identity.id, poolId, state);
      this.addLogins(identity, logins);
      if (state === 'guest') this.forgetOldGuests.run();
      return identity;
    });
  }

  /** A guest who has signed in keeps the identity. Logins that are linked already stay where they are. */
  link(identity: Identity, logins: readonly LinkedLogin[]): void {
    inTransaction(this.database, () => {
      this.addLogins(identity, logins);
      this.setState.run('linked', identity.id);
    });
  }

  /** Whoever has no login left is disabled. */
  unlink(identity: Identity, providerNames: readonly string[]): void {
    inTransaction(this.database, () => {
      for (const name of providerNames) this.removeLogins.run(identity.id, name);
      if (this.loginsOf(identity).length === 0) this.setState.run('disabled', identity.id);
    });
  }

  disable({ id }: Identity): void {
    this.setState.run('disabled', id);
  }

  private addLogins({ id, poolId }: Identity, logins: readonly LinkedLogin[]): void {
    for (const { providerName, subject } of logins) {
      this.insertLogin.run(poolId, providerName, subject, id);
    }
  }
}

const STATES: readonly string[] = ['guest', 'linked', 'disabled'] satisfies Identity['state'][];

function toIdentity(row: Row | undefined): Identity | undefined {
  if (row === undefined) return undefined;
  const state = text(row, 'state');
  if (!STATES.includes(state)) throw new TypeError(`column state holds ${state}`);
  return { id: text(row, 'id'), poolId: text(row, 'pool_id'), state: state as Identity['state'] };
}
