import { randomBytes } from 'node:crypto';

import { G, modPow, N, toBigInt } from './group';
import { deriveKey, K, scramble } from './srp-hash';

/**
 * 256 bits give the full strength of a 3072-bit safe-prime group, at a twelfth of the cost of a full-length exponent.
 * Source: NIST SP 800-56A rev. 3, appendix D (exponents of twice the security strength).
 */
const SECRET_BYTES = 32;
const MAX_PUBLIC_HEX_DIGITS = 770;

/** @returns b, fresh for one sign-in. */
export function newServerSecret(): bigint {
  return toBigInt(randomBytes(SECRET_BYTES)) | (1n << 255n);
}

/** B = k·v + g^b. */
export function serverPublic(verifier: bigint, secret: bigint): bigint {
  return (K * verifier + modPow(G, secret)) % N;
}

/**
 * `SRP_A` as sent: plain hexadecimal of any casing, 0 < A < N.
 * A multiple of N would make the shared secret 0 whatever the password. Source: RFC 5054 section 2.5.4.
 * @returns undefined for anything else; long text is refused before it is looked at.
 */
export function parseClientPublic(hex: string): bigint | undefined {
  if (hex.length > MAX_PUBLIC_HEX_DIGITS || !/^[\da-f]+$/i.test(hex)) return undefined;
  const value = BigInt(`0x${hex}`);
  return value > 0n && value < N ? value : undefined;
}

export interface Exchange {
  readonly clientPublic: bigint;
  readonly serverPublic: bigint;
  readonly serverSecret: bigint;
  readonly verifier: bigint;
}

/** S = (A·v^u)^b, and from it the key that the client can only have with the password. */
export function exchangeKey(exchange: Exchange): Buffer {
  const { clientPublic, serverSecret, verifier } = exchange;
  const u = scramble(clientPublic, exchange.serverPublic);
  const shared = modPow((clientPublic * modPow(verifier, u)) % N, serverSecret);
  return deriveKey(shared, u);
}
