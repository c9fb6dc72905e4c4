import { createHash, createHmac, hkdfSync } from 'node:crypto';

import { G, N, toBigInt, toBytes } from './group';

/**
 * Cognito's SRP hashes numbers as Java's `BigInteger.toByteArray()` writes them: a zero byte goes before a set top bit.
 * Source: aws-amplify/amplify-js, `packages/auth/src/providers/cognito/utils/srp`.
 */
export function padded(value: bigint): Buffer {
  const bytes = toBytes(value);
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}

export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The multiplier of SRP-6a. */
export const K = toBigInt(sha256(padded(N), padded(G)));

/** The scrambling parameter u. */
export function scramble(clientPublic: bigint, serverPublic: bigint): bigint {
  return toBigInt(sha256(padded(clientPublic), padded(serverPublic)));
}

/** The key that signs the answer to PASSWORD_VERIFIER: HKDF of the shared secret, 16 bytes. */
export function deriveKey(sharedSecret: bigint, u: bigint): Buffer {
  return Buffer.from(
    hkdfSync('sha256', padded(sharedSecret), padded(u), 'Caldera Derived Key', 16),
  );
}

export interface SignedAnswer {
  /** The text after `_` in the pool's id. */
  readonly poolName: string;
  readonly userIdForSrp: string;
  readonly secretBlock: Buffer;
  readonly timestamp: string;
}

export function signAnswer(key: Buffer, answer: SignedAnswer): Buffer {
  return createHmac('sha256', key)
    .update(answer.poolName)
    .update(answer.userIdForSrp)
    .update(answer.secretBlock)
    .update(answer.timestamp)
    .digest();
}
