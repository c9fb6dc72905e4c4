import { randomBytes } from 'node:crypto';

import type { Database } from '../../store/database';
import { blob } from './row';

/** 32 random bytes per pool, made once: they keep what is simulated for unknown users the same from day to day. */
export type PoolSecrets = (poolId: string) => Buffer;

export function createPoolSecrets(database: Database): PoolSecrets {
  database.exec(
    'CREATE TABLE IF NOT EXISTS cognito_pool_secrets (pool_id TEXT PRIMARY KEY, secret BLOB NOT NULL) STRICT',
  );
  const select = database.prepare('SELECT secret FROM cognito_pool_secrets WHERE pool_id = ?');
  const insert = database.prepare(
    'INSERT INTO cognito_pool_secrets (pool_id, secret) VALUES (?, ?)',
  );
  return (poolId) => {
    const row = select.get(poolId);
    if (row !== undefined) return blob(row, 'secret');
    const secret = randomBytes(32);
    insert.run(poolId, secret);
    return secret;
  };
}
