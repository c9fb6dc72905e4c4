import { createHash, createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

import type { KeyUse, SigningKeyStore, StoredKey } from '../store/signing-key-store';

export interface SigningKey {
  /** 44 characters of base64, as real ones are. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A pool signs its two kinds of token with different keys. Source: "Verifying JSON web tokens", Cognito developer guide. */
export type PoolKeys = Readonly<Record<KeyUse, SigningKey>>;

/** The members that Cognito publishes. Source: RFC 7517. */
type PublicJwk = Readonly<Record<'alg' | 'e' | 'kid' | 'kty' | 'n' | 'use', string | undefined>>;

export interface SigningKeys {
  of(poolId: string): Promise<PoolKeys>;
  /** `/.well-known/jwks.json` of a pool; undefined when there is no such pool. */
  jwks(poolId: string): Promise<{ readonly keys: readonly PublicJwk[] } | undefined>;
}

const generateRsaKeyPair = promisify(generateKeyPair);

/**
 * Reads the keys of every pool, or starts to make them: that takes some 150 ms each, off the main thread, and is awaited by
 * whoever needs a key first. A failure is theirs to see.
 */
export function createSigningKeys(store: SigningKeyStore, poolIds: readonly string[]): SigningKeys {
  const pools = new Map(poolIds.map((poolId) => [poolId, preparePool(store, poolId)]));
  const of = async (poolId: string): Promise<PoolKeys> => {
    const keys = pools.get(poolId);
    if (keys === undefined) throw new Error(`no signing keys were prepared for pool ${poolId}`);
    return keys;
  };
  return {
    of,
    jwks: async (poolId) => {
      if (!pools.has(poolId)) return undefined;
      const { id, access } = await of(poolId);
      return { keys: [id, access].map((key) => toPublicJwk(key)) };
    },
  };
}

function preparePool(store: SigningKeyStore, poolId: string): Promise<PoolKeys> {
  const prepare = async (): Promise<PoolKeys> => {
    const [id, access] = await Promise.all([
      readOrGenerateKey(store, poolId, 'id'),
      readOrGenerateKey(store, poolId, 'access'),
    ]);
    return { id, access };
  };
  const keys = prepare();
  keys.catch(() => undefined); // Seen by the first who awaits it, not by the process.
  return keys;
}

/** The key of a pool, which is made where there is none. @param poolId of a user pool, or of an identity pool */
export async function readOrGenerateKey(
  store: SigningKeyStore,
  poolId: string,
  use: KeyUse,
): Promise<SigningKey> {
  const stored = store.find(poolId, use);
  if (stored !== undefined) return toSigningKey(stored);
  const { privateKey, publicKey } = await generateRsaKeyPair('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const kid = createHash('sha256').update(spki).digest('base64');
  const privateKeyPem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  store.insert(poolId, use, { kid, privateKeyPem });
  // Whoever was faster with the same database has made the key that counts.
  return toSigningKey(store.find(poolId, use) ?? { kid, privateKeyPem });
}

function toSigningKey({ kid, privateKeyPem }: StoredKey): SigningKey {
  const privateKey = createPrivateKey(privateKeyPem);
  return { kid, privateKey, publicKey: createPublicKey(privateKey) };
}

export function toPublicJwk({ kid, publicKey }: SigningKey, alg = 'RS256'): PublicJwk {
  const { e, kty, n } = publicKey.export({ format: 'jwk' });
  return { alg, e, kid, kty, n, use: 'sig' };
}
