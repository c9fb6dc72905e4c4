import { randomBytes } from 'node:crypto';

/**
 * Opaque, in the shape of the JWE that Cognito hands out: five segments, the header a true one, the rest random.
 * Nobody may read anything from it; 256 of its bytes alone are beyond guessing.
 */
export function newRefreshToken(): string {
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}');
  const encryptedKey = randomBytes(256);
  const iv = randomBytes(12);
  const ciphertext = randomBytes(700);
  const tag = randomBytes(16);
  return [header, encryptedKey, iv, ciphertext, tag]
    .map((segment) => segment.toString('base64url'))
    .join('.');
}

/** Five segments: what tells a refresh token from the two that are signed. */
export function isRefreshTokenShaped(token: string): boolean {
  return token.split('.').length === 5;
}
