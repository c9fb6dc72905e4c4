import { randomUUID } from 'node:crypto';

import type { Clock } from '../../clock';
import type { PoolClient } from '../pool-directory';
import type { MembershipStore } from '../store/membership-store';
import type { Session, SessionStore } from '../store/session-store';
import type { User, UserStore } from '../store/user-store';
import { signToken } from './jws';
import { newRefreshToken } from './refresh-token';
import type { SigningKeys } from './signing-keys';
import { accessTokenClaims, idTokenClaims } from './token-claims';

/** As the wire has it. */
export interface AuthenticationResult {
  readonly AccessToken: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
  readonly RefreshToken?: string;
  readonly IdToken: string;
}

export interface TokenIssuer {
  /** A new session, remembered, with its first tokens. */
  signIn(where: PoolClient, user: User): Promise<AuthenticationResult>;
  /** New ID and access tokens of a session that goes on: same `auth_time`, `origin_jti` and `event_id`. */
  refresh(where: PoolClient, user: User, session: Session): Promise<AuthenticationResult>;
}

export function createTokenIssuer(services: {
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly users: Pick<UserStore, 'attributesOf'>;
  readonly memberships: Pick<MembershipStore, 'groupsOf'>;
  readonly sessions: Pick<SessionStore, 'create'>;
}): TokenIssuer {
  const { clock, keys, users, memberships, sessions } = services;
  const refresh: TokenIssuer['refresh'] = async (where, user, session) => {
    const subject = {
      ...where,
      user,
      attributes: users.attributesOf(user),
      groups: memberships.groupsOf(user),
      session,
      nowMs: clock.now(),
    };
    const { id, access } = await keys.of(where.pool.id);
    const [IdToken, AccessToken] = await Promise.all([
      signToken(id, idTokenClaims(subject)),
      signToken(access, accessTokenClaims(subject)),
    ]);
    const ExpiresIn = where.client.accessTokenValiditySeconds;
    return { AccessToken, ExpiresIn, TokenType: 'Bearer', IdToken };
  };
  return {
    refresh,
    signIn: async (where, user) => {
      const session = newSession(where, user, clock.now());
      const RefreshToken = newRefreshToken();
      sessions.create(session, RefreshToken);
      const { IdToken, ...tokens } = await refresh(where, user, session);
      return { ...tokens, RefreshToken, IdToken };
    },
  };
}

function newSession({ pool, client }: PoolClient, { sub }: User, nowMs: number): Session {
  return {
    eventId: randomUUID(),
    originJti: randomUUID(),
    poolId: pool.id,
    clientId: client.id,
    sub,
    authTimeMs: nowMs,
    expiresAtMs: nowMs + client.refreshTokenValiditySeconds * 1000,
    isRevoked: false,
  };
}
