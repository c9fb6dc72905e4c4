import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

import { G, GROUP_BYTES, modPow, N, toBigInt } from './group';
import { padded, sha256 } from './srp-hash';

/** All that is kept of a password: neither lets anyone sign in, nor reads back without guessing. */
export interface PasswordVerifier {
  /** 16 bytes. */
  readonly salt: Buffer;
  /** v = g^x mod N. */
  readonly verifier: bigint;
}

export interface SrpIdentity {
  /** The text after `_` in the pool's id. */
  readonly poolName: string;
  readonly userIdForSrp: string;
}

const SALT_BYTES = 16;

/** @param salt 16 bytes. @default random */
export function makeVerifier(
  { poolName, userIdForSrp }: SrpIdentity,
  password: string,
  salt: Buffer = randomBytes(SALT_BYTES),
): PasswordVerifier {
  const inner = sha256(`${poolName}${userIdForSrp}:${password}`);
  const x = toBigInt(sha256(padded(toBigInt(salt)), inner));
  return { salt, verifier: modPow(G, x) };
}

/** Someone who does not exist, the same each time: what RFC 5054 section 2.5.1.3 asks against guessing of user names. */
export interface SimulatedUser extends PasswordVerifier {
  readonly userIdForSrp: string;
}

/** @param secret never leaves the pool; without it, the simulated cannot be told from the real. */
export function simulateUser(secret: Buffer, usernameKey: string): SimulatedUser {
  const seed = createHmac('sha256', secret).update(usernameKey).digest();
  const derive = (info: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', seed, '', info, length));
  return {
    userIdForSrp: toUuid(derive('user id', 16)),
    salt: derive('salt', SALT_BYTES),
    // Any group element will do, and none costs a power that a real user's stored verifier does not.
    verifier: toBigInt(derive('verifier', GROUP_BYTES)) % N,
  };
}

function toUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
