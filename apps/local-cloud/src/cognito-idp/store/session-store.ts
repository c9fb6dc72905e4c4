import { createHash } from 'node:crypto';

import type { Database } from '../../store/database';
import { inTransaction, integer, integerOrUndefined, text } from './row';
import type { Row } from './row';

/** One sign-in, with every token that came of it. */
export interface Session {
  /** `event_id` of its tokens. */
  readonly eventId: string;
  /** `origin_jti` of its tokens, where the client revokes tokens. */
  readonly originJti: string;
  readonly poolId: string;
  readonly clientId: string;
  readonly sub: string;
  readonly authTimeMs: number;
  /** When its refresh tokens end; rotation does not move it. */
  readonly expiresAtMs: number;
  readonly isRevoked: boolean;
}

export interface RefreshToken {
  readonly session: Session;
  /** When another took its place. */
  readonly rotatedAtMs?: number;
}

/** Refresh tokens are known by their SHA-256 only: they are random, so nothing can be guessed from it. */
export interface SessionStore {
  create(session: Omit<Session, 'isRevoked'>, refreshToken: string): void;
  find(eventId: string): Session | undefined;
  findRefreshToken(token: string): RefreshToken | undefined;
  rotate(token: string, replacement: string, nowMs: number): void;
  revoke(session: Pick<Session, 'eventId'>): void;
  /** @returns how many sessions were alive. */
  revokeAllOf(user: { readonly sub: string }): number;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS cognito_sessions (
    event_id TEXT PRIMARY KEY, origin_jti TEXT NOT NULL, pool_id TEXT NOT NULL, client_id TEXT NOT NULL,
    sub TEXT NOT NULL REFERENCES cognito_users ON DELETE CASCADE,
    auth_time_ms INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS cognito_sessions_by_sub ON cognito_sessions (sub);
  CREATE INDEX IF NOT EXISTS cognito_sessions_by_end ON cognito_sessions (expires_at_ms);
  CREATE TABLE IF NOT EXISTS cognito_refresh_tokens (
    hash BLOB PRIMARY KEY, event_id TEXT NOT NULL REFERENCES cognito_sessions ON DELETE CASCADE,
    rotated_at_ms INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS cognito_refresh_tokens_by_session ON cognito_refresh_tokens (event_id)`;

/** An ended session is kept a while, so that its token is answered "expired" rather than "invalid". */
const KEPT_AFTER_END_MS = 30 * 24 * 3_600_000;

export function createSessionStore(database: Database): SessionStore {
  database.exec(TABLES);
  const insertSession = database.prepare(
    'INSERT INTO cognito_sessions (event_id, origin_jti, pool_id, client_id, sub, auth_time_ms, expires_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertToken = database.prepare(
    'INSERT INTO cognito_refresh_tokens (hash, event_id) VALUES (?, ?)',
  );
  const insertReplacement = database.prepare(
    'INSERT INTO cognito_refresh_tokens (hash, event_id) SELECT ?, event_id FROM cognito_refresh_tokens WHERE hash = ?',
  );
  const setRotated = database.prepare(
    'UPDATE cognito_refresh_tokens SET rotated_at_ms = coalesce(rotated_at_ms, ?) WHERE hash = ?',
  );
  const deleteEnded = database.prepare('DELETE FROM cognito_sessions WHERE expires_at_ms < ?');
  const selectSession = database.prepare('SELECT * FROM cognito_sessions WHERE event_id = ?');
  const selectToken = database.prepare(
    'SELECT * FROM cognito_refresh_tokens JOIN cognito_sessions USING (event_id) WHERE hash = ?',
  );
  const revokeOne = database.prepare('UPDATE cognito_sessions SET revoked = 1 WHERE event_id = ?');
  const revokeAll = database.prepare(
    'UPDATE cognito_sessions SET revoked = 1 WHERE sub = ? AND revoked = 0',
  );
  return {
    create: (session, token) => {
      const { eventId, originJti, poolId, clientId, sub, authTimeMs, expiresAtMs } = session;
      inTransaction(database, () => {
        deleteEnded.run(authTimeMs - KEPT_AFTER_END_MS);
        insertSession.run(eventId, originJti, poolId, clientId, sub, authTimeMs, expiresAtMs);
        insertToken.run(hash(token), eventId);
      });
    },
    find: (eventId) => {
      const row = selectSession.get(eventId);
      return row && toSession(row);
    },
    findRefreshToken: (token) => {
      const row = selectToken.get(hash(token));
      if (row === undefined) return undefined;
      const rotatedAtMs = integerOrUndefined(row, 'rotated_at_ms');
      return { session: toSession(row), ...(rotatedAtMs === undefined ? {} : { rotatedAtMs }) };
    },
    rotate: (token, replacement, nowMs) => {
      inTransaction(database, () => {
        insertReplacement.run(hash(replacement), hash(token));
        setRotated.run(nowMs, hash(token));
      });
    },
    revoke: ({ eventId }) => {
      revokeOne.run(eventId);
    },
    revokeAllOf: ({ sub }) => Number(revokeAll.run(sub).changes),
  };
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function toSession(row: Row): Session {
  return {
    eventId: text(row, 'event_id'),
    originJti: text(row, 'origin_jti'),
    poolId: text(row, 'pool_id'),
    clientId: text(row, 'client_id'),
    sub: text(row, 'sub'),
    authTimeMs: integer(row, 'auth_time_ms'),
    expiresAtMs: integer(row, 'expires_at_ms'),
    isRevoked: integer(row, 'revoked') === 1,
  };
}
