import { createHash } from 'node:crypto';

/** AWS's own example account: nobody's. */
export const LOCAL_ACCOUNT_ID = '123456789012';

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const UPPER = LOWER.toUpperCase();
const MIXED = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** How AWS shapes the ids that it makes. */
const SHAPES = {
  'user-pool': (seed: string, region: string) => `${region}_${letters(seed, MIXED, 9)}`,
  'user-pool-client': (seed: string) => letters(seed, LOWER, 26),
  'client-secret': (seed: string) => letters(seed, LOWER, 51),
  'identity-pool': (seed: string, region: string) => `${region}:${guid(seed)}`,
  role: (seed: string) => `AROA${letters(seed, UPPER, 17)}`,
  policy: (seed: string) => `ANPA${letters(seed, UPPER, 17)}`,
  'rest-api': (seed: string) => letters(seed, LOWER, 10),
  'api-root-resource': (seed: string) => letters(seed, LOWER, 10),
  'api-resource': (seed: string) => letters(seed, LOWER, 6),
  'api-part': (seed: string) => letters(seed, LOWER, 6),
  'api-deployment': (seed: string) => letters(seed, LOWER, 6),
  'api-key': (seed: string) => letters(seed, LOWER, 10),
  'usage-plan': (seed: string) => letters(seed, LOWER, 6),
  'api-key-value': (seed: string) => letters(seed, MIXED, 40),
  'name-suffix': (seed: string) => letters(seed, '0123456789', 26),
  guid: (seed: string) => guid(seed),
} as const;

export type IdShape = keyof typeof SHAPES;

/** An id in AWS's shape, made from a seed alone: the same from start to start, so that what refers to it outlives one. */
export function localId(shape: IdShape, seed: string, region: string): string {
  return SHAPES[shape](`${shape} ${seed}`, region);
}

/** `length` characters of the alphabet, drawn from a hash. The slight bias of the remainder matters to nobody here. */
function letters(seed: string, alphabet: string, length: number): string {
  const bytes = createHash('sha512').update(seed).digest();
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** Version 4 in shape, as identity pools are. Source: RFC 9562 §5.4. */
function guid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
