import type { Clock } from '../../clock';
import type { PoolClient, PoolDirectory } from '../pool-directory';
import { notAuthorized, userNotFound } from '../refusals';
import type { SessionStore } from '../store/session-store';
import type { User, UserStore } from '../store/user-store';
import { isSignedBy, readUnverified, secondsClaim } from './jws';
import type { SigningKeys } from './signing-keys';

export interface SignedInUser extends PoolClient {
  readonly user: User;
}

/** @throws AwsError NotAuthorizedException: "Invalid…", "…expired" or "…revoked"; UserNotFoundException. */
export type AccessTokenCheck = (accessToken: string) => Promise<SignedInUser>;

export function createAccessTokenCheck(services: {
  readonly clock: Clock;
  readonly pools: PoolDirectory;
  readonly keys: SigningKeys;
  readonly users: Pick<UserStore, 'findBySub'>;
  readonly sessions: Pick<SessionStore, 'find'>;
}): AccessTokenCheck {
  const { clock, pools, keys, users, sessions } = services;
  return async (token) => {
    const claims = readUnverified(token);
    const pool = pools.byIssuer(claims?.iss);
    if (claims === undefined || pool === undefined) throw invalid('no issuer of this cloud');
    if (!(await isSignedBy(await keys.of(pool.id), 'access', token))) {
      throw invalid('not signed with the access token key of its pool');
    }
    if (!(clock.now() / 1000 < secondsClaim(claims, 'exp'))) {
      throw notAuthorized('Access Token has expired');
    }
    const session = sessions.find(String(claims.event_id));
    if (session?.isRevoked !== false) throw notAuthorized('Access Token has been revoked');
    const user = users.findBySub(pool.id, session.sub);
    if (user === undefined) throw userNotFound();
    return { ...pools.client(session.clientId), user };
  };
}

function invalid(because: string): Error {
  return notAuthorized('Invalid Access Token', because);
}
