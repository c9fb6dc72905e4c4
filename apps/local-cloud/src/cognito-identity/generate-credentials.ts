import { randomBytes } from 'node:crypto';

import type { TemporaryCredentials } from './credentials';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LIFETIME_MS = 60 * 60 * 1000;
/** How every session token begins that AWS hands out; the rest is opaque. */
const TOKEN_PREFIX = 'IQoJb3JpZ2luX2Vj';

/**
 * A fresh key pair and session token in AWS's shapes, good for an hour from the current second, however long the role would allow.
 * Sources: IAM User Guide, "IAM identifiers" (`ASIA` marks temporary keys); Amazon Cognito Federated Identities API Reference,
 * "GetCredentialsForIdentity".
 */
export function generateCredentials(
  nowMs: number,
): Pick<TemporaryCredentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiresAtMs'> {
  const letters = Array.from(randomBytes(16), (byte) => BASE32.charAt(byte % BASE32.length));
  return {
    accessKeyId: `ASIA${letters.join('')}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: TOKEN_PREFIX + randomBytes(736).toString('base64'),
    expiresAtMs: Math.floor(nowMs / 1000) * 1000 + LIFETIME_MS,
  };
}
