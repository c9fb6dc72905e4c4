import { createHash } from 'node:crypto';

import type { GeneratedAttributes, GeneratedIdKind } from '@gatehouse/auth-model';

import type { Origins } from '../http/open-ports';

/** AWS's own example account: nobody's. */
const ACCOUNT_ID = '123456789012';

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const UPPER = LOWER.toUpperCase();
const MIXED = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** Ids in AWS's shapes, made from the address alone: the same from start to start, so that sessions and users outlive one. */
const SHAPES: Readonly<Record<GeneratedIdKind, (seed: string, region: string) => string>> = {
  'user-pool': (seed, region) => `${region}_${letters(seed, MIXED, 9)}`,
  'user-pool-client': (seed) => letters(seed, LOWER, 26),
  'identity-pool': (seed, region) => `${region}:${guid(seed)}`,
  role: (seed) => `AROA${letters(seed, UPPER, 17)}`,
  'rest-api': (seed) => letters(seed, LOWER, 10),
  'api-root-resource': (seed) => letters(seed, LOWER, 10),
  'api-resource': (seed) => letters(seed, LOWER, 6),
  'api-deployment': (seed) => letters(seed, LOWER, 6),
  'api-key': (seed) => letters(seed, LOWER, 10),
  'usage-plan': (seed) => letters(seed, LOWER, 6),
  'api-key-value': (seed) => letters(seed, MIXED, 40),
};

/** What only a cloud can tell, told by this one: stable ids, and the addresses of its own ports. */
export function localAttributes(origins: Origins): GeneratedAttributes {
  return {
    accountId: ACCOUNT_ID,
    id: (kind, address, region) => SHAPES[kind](`${kind} ${address}`, region),
    invokeUrl: (_apiId, stageName) => `${origins.api}/${stageName}`,
    websiteEndpoint: () => new URL(origins.website).host,
  };
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
