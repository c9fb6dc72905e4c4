import { randomBytes } from 'node:crypto';

import type { TemporaryCredentials } from './credentials';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** How long those of an identity pool live, however long the role would allow. */
const HOUR_SECONDS = 60 * 60;
/** How every session token begins that AWS hands out; the rest is opaque. */
const TOKEN_PREFIX = 'IQoJb3JpZ2luX2Vj';

/**
 * A fresh key pair and session token in AWS's shapes, good from the current second on.
 * Sources: IAM User Guide, "IAM identifiers" (`ASIA` marks temporary keys); Amazon Cognito Federated Identities API Reference,
 * "GetCredentialsForIdentity".
 * @param lifetimeSeconds @default an hour
 */
export function generateCredentials(
  nowMs: number,
  lifetimeSeconds = HOUR_SECONDS,
): Pick<
  TemporaryCredentials,
  'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'issuedAtMs' | 'expiresAtMs'
> {
  const issuedAtMs = Math.floor(nowMs / 1000) * 1000;
  const letters = Array.from(randomBytes(16), (byte) => BASE32.charAt(byte % BASE32.length));
  return {
    accessKeyId: `ASIA${letters.join('')}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: TOKEN_PREFIX + randomBytes(736).toString('base64'),
    issuedAtMs,
    expiresAtMs: issuedAtMs + lifetimeSeconds * 1000,
  };
}
