import type { Database } from '../../store/database';
import { text } from './row';

export type KeyUse = 'id' | 'access';

export interface StoredKey {
  readonly kid: string;
  /** PKCS#8, PEM. */
  readonly privateKeyPem: string;
}

/** The private keys of the pools: whoever reads the database file can sign tokens of the local cloud, and of nothing else. */
export interface SigningKeyStore {
  find(poolId: string, use: KeyUse): StoredKey | undefined;
  /** The first one stays. */
  insert(poolId: string, use: KeyUse, key: StoredKey): void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS cognito_signing_keys (
    pool_id TEXT NOT NULL, token_use TEXT NOT NULL, kid TEXT NOT NULL, private_key_pem TEXT NOT NULL,
    PRIMARY KEY (pool_id, token_use)
  ) STRICT`;

export function createSigningKeyStore(database: Database): SigningKeyStore {
  database.exec(TABLE);
  const select = database.prepare(
    'SELECT * FROM cognito_signing_keys WHERE pool_id = ? AND token_use = ?',
  );
  const insert = database.prepare(
    'INSERT INTO cognito_signing_keys (pool_id, token_use, kid, private_key_pem) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    find: (poolId, use) => {
      const row = select.get(poolId, use);
      return row && { kid: text(row, 'kid'), privateKeyPem: text(row, 'private_key_pem') };
    },
    insert: (poolId, use, { kid, privateKeyPem }) => {
      insert.run(poolId, use, kid, privateKeyPem);
    },
  };
}
