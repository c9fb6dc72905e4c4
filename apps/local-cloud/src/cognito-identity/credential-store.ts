import type { StatementSync } from 'node:sqlite';

import type { Clock } from '../clock';
import type { Database } from '../store/database';
import type { CredentialLookup, TemporaryCredentials } from './credentials';

/** Expired credentials are remembered for a day or a little longer, so that a page left open overnight is told "expired" and not "unknown". */
const REMEMBER_EXPIRED_MS = 24 * 60 * 60 * 1000;

const DEFAULT_MAX_CREDENTIALS = 5_000;

/**
 * Credentials as issued. Looked up in memory with every signed request; kept in the database too, so that a restart does not end the
 * sessions of open pages. The secret is stored as it is, since a signature can only be checked with it: the data folder is its
 * owner's alone, and the secret opens nothing but this machine for an hour.
 */
export class CredentialStore implements CredentialLookup {
  private readonly byAccessKeyId = new Map<string, TemporaryCredentials>();
  private readonly insert: StatementSync;
  private readonly remove: StatementSync;

  constructor(
    database: Database,
    private readonly clock: Clock,
    private readonly maxCredentials = DEFAULT_MAX_CREDENTIALS,
  ) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS cognito_identity_credentials (
        sequence INTEGER PRIMARY KEY,
        access_key_id TEXT NOT NULL UNIQUE,
        credentials TEXT NOT NULL
      ) STRICT`);
    const table = 'cognito_identity_credentials';
    this.insert = database.prepare(
      `INSERT INTO ${table} (access_key_id, credentials) VALUES (?, ?)`,
    );
    this.remove = database.prepare(`DELETE FROM ${table} WHERE access_key_id = ?`);
    const rows = database.prepare(`SELECT credentials FROM ${table} ORDER BY sequence`).all();
    for (const { credentials } of rows) this.remember(String(credentials));
    this.prune();
  }

  find(accessKeyId: string): TemporaryCredentials | undefined {
    return this.byAccessKeyId.get(accessKeyId);
  }

  add(credentials: TemporaryCredentials): void {
    this.byAccessKeyId.set(credentials.accessKeyId, credentials);
    this.insert.run(credentials.accessKeyId, JSON.stringify(credentials));
    this.prune();
  }

  /** The column holds what `add` wrote, and nothing else writes it. */
  private remember(json: string): void {
    const credentials = JSON.parse(json) as TemporaryCredentials;
    this.byAccessKeyId.set(credentials.accessKeyId, credentials);
  }

  /** Oldest first: one that lives longer than those after it keeps them too, by no more than STS's twelve hours. */
  private prune(): void {
    const forgetBefore = this.clock.now() - REMEMBER_EXPIRED_MS;
    for (const [accessKeyId, { expiresAtMs }] of this.byAccessKeyId) {
      if (expiresAtMs > forgetBefore && this.byAccessKeyId.size <= this.maxCredentials) return;
      this.byAccessKeyId.delete(accessKeyId);
      this.remove.run(accessKeyId);
    }
  }
}
