import { createHash, createHmac, getDiffieHellman, randomBytes } from 'node:crypto';

/**
 * A client's side of Cognito's SRP, written from its definition with BigInt alone and sharing nothing with the server's code; the
 * prime is Node's own. Source: RFC 5054, RFC 3526 group 15, RFC 5869.
 */
const N = toInteger(getDiffieHellman('modp15').getPrime());
const G = 2n;

function toInteger(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex') || '0'}`);
}

function pad(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function hash(...parts: (Buffer | string)[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

export interface Challenge {
  readonly SALT: string;
  readonly SRP_B: string;
  readonly SECRET_BLOCK: string;
  readonly USER_ID_FOR_SRP: string;
}

export interface SrpClient {
  readonly srpA: string;
  /** The base64 signature over the challenge. */
  answer(poolId: string, password: string, challenge: Challenge, timestamp: string): string;
}

export function createSrpClient(): SrpClient {
  const a = toInteger(randomBytes(128));
  const publicA = power(G, a);
  return {
    srpA: publicA.toString(16),
    answer: (poolId, password, challenge, timestamp) => {
      const poolName = poolId.split('_')[1] ?? '';
      const userId = challenge.USER_ID_FOR_SRP;
      const publicB = BigInt(`0x${challenge.SRP_B}`);
      const k = toInteger(hash(pad(N), pad(G)));
      const u = toInteger(hash(pad(publicA), pad(publicB)));
      const inner = hash(`${poolName}${userId}:${password}`);
      const x = toInteger(hash(pad(BigInt(`0x${challenge.SALT}`)), inner));
      const base = (((publicB - k * power(G, x)) % N) + N) % N;
      const shared = power(base, a + u * x);
      const prk = createHmac('sha256', pad(u)).update(pad(shared)).digest();
      const key = createHmac('sha256', prk)
        .update(Buffer.concat([Buffer.from('Caldera Derived Key'), Buffer.of(1)]))
        .digest()
        .subarray(0, 16);
      const message = Buffer.concat([
        Buffer.from(poolName + userId),
        Buffer.from(challenge.SECRET_BLOCK, 'base64'),
        Buffer.from(timestamp),
      ]);
      return createHmac('sha256', key).update(message).digest('base64');
    },
  };
}
