import { randomUUID } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';

import type { Database } from '../store/database';

/** Who an identity is: a login of a provider, or, without one, a guest. */
export interface Identity {
  /** `<region>:<guid>`. */
  readonly id: string;
  readonly poolId: string;
  readonly login: LinkedLogin | undefined;
}

export interface LinkedLogin {
  /** `cognito-idp.<region>.amazonaws.com/<pool>`. */
  readonly providerName: string;
  readonly subject: string;
}

interface Row {
  readonly id: string;
  readonly pool_id: string;
  readonly provider_name: string | null;
  readonly subject: string | null;
}

/** Guests come without any proof: the oldest make room. */
const DEFAULT_MAX_GUESTS = 10_000;

const COLUMNS = 'id, pool_id, provider_name, subject';

/** Identities outlive restarts: the id that a login was given once is the id it always gets. */
export class IdentityStore {
  private readonly byId: StatementSync;
  private readonly byLogin: StatementSync;
  private readonly insert: StatementSync;
  private readonly setLogin: StatementSync;
  private readonly forgetOldGuests: StatementSync;

  constructor(database: Database, maxGuests = DEFAULT_MAX_GUESTS) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS cognito_identity_identities (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        pool_id TEXT NOT NULL,
        provider_name TEXT,
        subject TEXT,
        UNIQUE (pool_id, provider_name, subject),
        CHECK ((provider_name IS NULL) = (subject IS NULL))
      ) STRICT`);
    const table = 'cognito_identity_identities';
    this.byId = database.prepare(`SELECT ${COLUMNS} FROM ${table} WHERE id = ?`);
    this.byLogin = database.prepare(
      `SELECT ${COLUMNS} FROM ${table} WHERE pool_id = ? AND provider_name = ? AND subject = ?`,
    );
    this.insert = database.prepare(`INSERT INTO ${table} (${COLUMNS}) VALUES (?, ?, ?, ?)`);
    this.setLogin = database.prepare(
      `UPDATE ${table} SET provider_name = ?, subject = ? WHERE id = ?`,
    );
    this.forgetOldGuests = database.prepare(
      `DELETE FROM ${table} WHERE provider_name IS NULL AND sequence <= (
         SELECT sequence FROM ${table} WHERE provider_name IS NULL
         ORDER BY sequence DESC LIMIT 1 OFFSET ${maxGuests})`,
    );
  }

  find(id: string): Identity | undefined {
    return toIdentity(this.byId.get(id) as Row | undefined);
  }

  findByLogin(poolId: string, login: LinkedLogin): Identity | undefined {
    const row = this.byLogin.get(poolId, login.providerName, login.subject);
    return toIdentity(row as Row | undefined);
  }

  /** A new identity in the region of its pool. */
  create(poolId: string, login: LinkedLogin | undefined): Identity {
    const region = poolId.slice(0, poolId.indexOf(':'));
    const identity = { id: `${region}:${randomUUID()}`, poolId, login };
    this.insert.run(identity.id, poolId, login?.providerName ?? null, login?.subject ?? null);
    if (!login) this.forgetOldGuests.run();
    return identity;
  }

  /** A guest who has signed in keeps the identity. */
  link(id: string, login: LinkedLogin): void {
    this.setLogin.run(login.providerName, login.subject, id);
  }
}

function toIdentity(row: Row | undefined): Identity | undefined {
  if (!row) return undefined;
  const { provider_name: providerName, subject } = row;
  const login = providerName !== null && subject !== null ? { providerName, subject } : undefined;
  return { id: row.id, poolId: row.pool_id, login };
}
