import { createHmac, timingSafeEqual } from 'node:crypto';

/** The signature as it should be: 64 lower-case hexadecimal digits. */
export function signatureOf(signingKey: Buffer, text: string): string {
  return createHmac('sha256', signingKey).update(text, 'latin1').digest('hex');
}

/** In a time that does not tell how many digits were right. */
export function isSameSecret(given: string, expected: string): boolean {
  const left = Buffer.from(given, 'latin1');
  const right = Buffer.from(expected, 'latin1');
  return left.length === right.length && timingSafeEqual(left, right);
}
