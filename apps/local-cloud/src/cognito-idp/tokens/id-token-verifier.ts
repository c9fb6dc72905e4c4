import type { PoolDirectory } from '../pool-directory';
import type { SessionStore } from '../store/session-store';
import type { TokenVerifier } from '../token-verifier';
import { isSignedBy, readUnverified, secondsClaim } from './jws';
import type { SigningKeys } from './signing-keys';

/** ID tokens as an identity pool checks them: offline, so that only `isActive` knows of a sign-out. */
export function createTokenVerifier(services: {
  readonly pools: PoolDirectory;
  readonly keys: SigningKeys;
  readonly sessions: Pick<SessionStore, 'find'>;
}): TokenVerifier {
  const { pools, keys, sessions } = services;
  return {
    verifyIdToken: async (token, nowMs) => {
      const claims = readUnverified(token);
      if (claims === undefined) return { kind: 'not-an-id-token' };
      const pool = pools.byIssuer(claims.iss);
      if (pool === undefined) return { kind: 'unknown-issuer' };
      const { token_use: use, aud: clientId } = claims;
      if (use !== 'id' || typeof clientId !== 'string') return { kind: 'not-an-id-token' };
      const isGenuine = await isSignedBy(await keys.of(pool.id), 'id', token);
      if (!isGenuine) return { kind: 'bad-signature' };
      const nowSeconds = Math.floor(nowMs / 1000);
      const expSeconds = secondsClaim(claims, 'exp');
      if (!(nowSeconds < expSeconds)) return { kind: 'expired', nowSeconds, expSeconds };
      return { kind: 'valid', providerName: pool.providerName, clientId, claims };
    },
    isActive: ({ event_id: eventId }) => {
      const session = typeof eventId === 'string' ? sessions.find(eventId) : undefined;
      return session?.isRevoked === false;
    },
  };
}
