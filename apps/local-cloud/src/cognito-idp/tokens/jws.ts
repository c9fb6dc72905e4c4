import { CompactSign, compactVerify, decodeJwt, errors } from 'jose';

import type { PoolKeys, SigningKey } from './signing-keys';

export type Claims = Readonly<Record<string, unknown>>;

/** Header `{"kid","alg"}` and no `typ`, slashes escaped in the payload: as Cognito writes its tokens. */
export async function signToken(key: SigningKey, claims: Claims): Promise<string> {
  const payload = JSON.stringify(claims).replaceAll('/', '\\/');
  return new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ kid: key.kid, alg: 'RS256' })
    .sign(key.privateKey);
}

/** What a token says of itself, unchecked: good enough to choose a key, and for nothing else. */
export function readUnverified(token: string): Claims | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

/** Whether the pool signed it with the key of that kind of token. */
export async function isSignedBy(
  keys: PoolKeys,
  use: keyof PoolKeys,
  token: string,
): Promise<boolean> {
  const { kid, publicKey } = keys[use];
  try {
    const { protectedHeader } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });
    return protectedHeader.kid === kid;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** Numeric claims are seconds since 1970. */
export function secondsClaim(claims: Claims, name: string): number {
  const value = claims[name];
  return typeof value === 'number' ? value : Number.NaN;
}
