import { randomUUID } from 'node:crypto';

import { tokenRoleClaims } from '@gatehouse/auth-model';
import type { TokenRoleClaims } from '@gatehouse/auth-model';

import { issuerOf } from '../pool-directory';
import type { PoolClient } from '../pool-directory';
import type { Session } from '../store/session-store';
import type { User, UserAttributes } from '../store/user-store';
import { readableAttributes } from '../users/readable-attributes';
import type { Claims } from './jws';

export interface TokenSubject extends PoolClient {
  readonly user: Pick<User, 'sub' | 'username'>;
  readonly attributes: UserAttributes;
  readonly groups: readonly string[];
  readonly session: Session;
  readonly nowMs: number;
}

/** Source: "Understanding the identity (ID) token", Cognito developer guide; the order of captured tokens. */
export function idTokenClaims(subject: TokenSubject): Claims {
  const { pool, client, user, session } = subject;
  const { groups, roles, preferredRole } = roleClaims(subject);
  return {
    sub: user.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    ...(preferredRole !== undefined && { 'cognito:preferred_role': preferredRole }),
    iss: issuerOf(pool),
    'cognito:username': user.username,
    ...originJti(subject),
    ...(roles.length > 0 && { 'cognito:roles': roles }),
    aud: client.id,
    event_id: session.eventId,
    token_use: 'id',
    ...times(subject, client.idTokenValiditySeconds),
    jti: randomUUID(),
    ...attributeClaims(subject),
  };
}

/** Source: "Understanding the access token", Cognito developer guide; the order of captured tokens. */
export function accessTokenClaims(subject: TokenSubject): Claims {
  const { pool, client, user, session } = subject;
  const { groups } = roleClaims(subject);
  return {
    sub: user.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: issuerOf(pool),
    client_id: client.id,
    ...originJti(subject),
    event_id: session.eventId,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    ...times(subject, client.accessTokenValiditySeconds),
    jti: randomUUID(),
    username: user.username,
  };
}

function roleClaims({ pool, groups }: TokenSubject): TokenRoleClaims {
  const claims = tokenRoleClaims(pool, groups);
  if (claims.kind === 'known') return claims.value;
  throw new Error(`the groups of ${pool.address} were checked at boot, yet ${claims.because}`);
}

function originJti({ client, session }: TokenSubject): Claims {
  return client.enableTokenRevocation ? { origin_jti: session.originJti } : {};
}

function times({ session, nowMs }: TokenSubject, validForSeconds: number): Claims {
  const iat = Math.floor(nowMs / 1000);
  return { auth_time: Math.floor(session.authTimeMs / 1000), exp: iat + validForSeconds, iat };
}

/** Attributes the client may read: strings, but for what OpenID Connect says otherwise of. */
function attributeClaims({ client, attributes }: TokenSubject): Claims {
  const readable = readableAttributes(client, attributes);
  return Object.fromEntries(readable.map(([name, value]) => [name, toClaim(name, value)]));
}

function toClaim(name: string, value: string): unknown {
  switch (name) {
    case 'email_verified':
    case 'phone_number_verified':
      return value === 'true';
    case 'address':
      return { formatted: value };
    default:
      return value;
  }
}
