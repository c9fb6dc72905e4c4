import { createHmac } from 'node:crypto';

import type { CredentialScope } from './signature-claim';

/** A source of signing keys: derives one per secret and scope, and remembers it. */
export type SigningKeys = (secretAccessKey: string, scope: CredentialScope) => Buffer;

/**
 * Deriving a key takes four HMACs, and one key serves a session all day.
 * Source: IAM User Guide, "Create a signed AWS API request", step 4.
 * @param capacity how many keys to remember; the oldest is forgotten first. @default 1000
 */
export function createSigningKeys(capacity = 1000): SigningKeys {
  const remembered = new Map<string, Buffer>();
  return (secretAccessKey, scope) => {
    const name = `${scope.date}/${scope.region}/${scope.service}/${secretAccessKey}`;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const key = deriveSigningKey(secretAccessKey, scope);
    if (remembered.size >= capacity) forgetOldest(remembered);
    remembered.set(name, key);
    return key;
  };
}

export function deriveSigningKey(secretAccessKey: string, scope: CredentialScope): Buffer {
  const dateKey = hmac(`AWS4${secretAccessKey}`, scope.date);
  const regionKey = hmac(dateKey, scope.region);
  const serviceKey = hmac(regionKey, scope.service);
  return hmac(serviceKey, scope.terminator);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function forgetOldest(remembered: Map<string, Buffer>): void {
  const oldest = remembered.keys().next();
  if (oldest.done !== true) remembered.delete(oldest.value);
}
