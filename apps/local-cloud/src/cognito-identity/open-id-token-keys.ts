import type { IdentityPool } from '@gatehouse/auth-model';
import { compactVerify, CompactSign, decodeJwt, errors } from 'jose';

import { readOrGenerateKey, toPublicJwk } from '../cognito-idp/tokens/signing-keys';
import type { SigningKey } from '../cognito-idp/tokens/signing-keys';
import type { SigningKeyStore } from '../cognito-idp/store/signing-key-store';

/** What an identity pool says of an identity in its own name: STS takes it in the basic flow. */
export interface OpenIdTokenClaims {
  /** The identity id. */
  readonly sub: string;
  /** The identity pool id. */
  readonly aud: string;
  readonly amr: readonly string[];
  readonly principalTags: Readonly<Record<string, string>>;
  /** ARN of the identity pool. */
  readonly poolArn: string;
}

export type OpenIdTokenVerdict =
  | { readonly kind: 'valid'; readonly claims: OpenIdTokenClaims }
  | { readonly kind: 'expired'; readonly nowSeconds: number; readonly expSeconds: number }
  | { readonly kind: 'not-a-jwt' | 'bad-signature' }
  | { readonly kind: 'unknown-issuer'; readonly issuer: string };

/** Signs and checks the tokens of identity pools, each with a key of its own. */
export interface OpenIdTokenKeys {
  sign(claims: OpenIdTokenClaims, nowMs: number): Promise<string>;
  verify(token: string, nowMs: number): Promise<OpenIdTokenVerdict>;
  jwks(): Promise<{ readonly keys: readonly object[] }>;
}

const ISSUER = 'https://cognito-identity.amazonaws.com';
const POOL_ARN_CLAIM = `${ISSUER}/identity-pool-arn`;
/** Source: IAM User Guide, "Pass session tags in AWS STS", AssumeRoleWithWebIdentity. */
const TAGS_CLAIM = 'https://aws.amazon.com/tags';
/** As AWS signs them, unlike the tokens of user pools. */
const ALGORITHM = 'RS512';
const LIFETIME_SECONDS = 600;

/**
 * Source: Amazon Cognito Federated Identities API Reference, "GetOpenIdToken" (10 minutes); header and claims as AWS's own tokens have
 * them.
 * @param pools those that have the basic flow: their keys are read or made now
 */
export function createOpenIdTokenKeys(
  store: SigningKeyStore,
  pools: readonly Pick<IdentityPool, 'id'>[],
): OpenIdTokenKeys {
  const keys = new Map(pools.map(({ id }) => [id, readOrGenerateKey(store, id, 'id')]));
  for (const key of keys.values()) key.catch(() => undefined); // Seen by the first who awaits it, not by the process.
  return {
    sign: async (claims, nowMs) => {
      const key = await keys.get(claims.aud);
      if (key === undefined) throw new Error(`no signing key was prepared for ${claims.aud}`);
      return sign(key, claims, Math.floor(nowMs / 1000));
    },
    verify: async (token, nowMs) => {
      const payload = readUnverified(token);
      if (payload === undefined) return { kind: 'not-a-jwt' };
      if (payload.iss !== ISSUER) return { kind: 'unknown-issuer', issuer: String(payload.iss) };
      const key = await keys.get(String(payload.aud));
      if (key === undefined || !(await isGenuine(key, token))) return { kind: 'bad-signature' };
      const nowSeconds = Math.floor(nowMs / 1000);
      const expSeconds = Number(payload.exp);
      if (!(nowSeconds < expSeconds)) return { kind: 'expired', nowSeconds, expSeconds };
      return { kind: 'valid', claims: toClaims(payload) };
    },
    jwks: async () => ({
      keys: (await Promise.all(keys.values())).map((key) => toPublicJwk(key, ALGORITHM)),
    }),
  };
}

function sign(key: SigningKey, claims: OpenIdTokenClaims, iat: number): Promise<string> {
  const tags = Object.entries(claims.principalTags).map(([tag, value]) => [tag, [value]] as const);
  const payload = {
    sub: claims.sub,
    aud: claims.aud,
    amr: claims.amr,
    iss: ISSUER,
    [POOL_ARN_CLAIM]: claims.poolArn,
    ...(tags.length > 0 && { [TAGS_CLAIM]: { principal_tags: Object.fromEntries(tags) } }),
    exp: iat + LIFETIME_SECONDS,
    iat,
  };
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ kid: key.kid, typ: 'JWS', alg: ALGORITHM })
    .sign(key.privateKey);
}

/** The token holds what `sign` wrote: its signature has been checked. */
function toClaims(payload: Readonly<Record<string, unknown>>): OpenIdTokenClaims {
  const tags = payload[TAGS_CLAIM] as { principal_tags: Record<string, string[]> } | undefined;
  return {
    sub: String(payload.sub),
    aud: String(payload.aud),
    amr: payload.amr as readonly string[],
    poolArn: String(payload[POOL_ARN_CLAIM]),
    principalTags: Object.fromEntries(
      Object.entries(tags?.principal_tags ?? {}).map(([tag, [value = '']]) => [tag, value]),
    ),
  };
}

async function isGenuine({ kid, publicKey }: SigningKey, token: string): Promise<boolean> {
  try {
    const { protectedHeader } = await compactVerify(token, publicKey, { algorithms: [ALGORITHM] });
    return protectedHeader.kid === kid;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

function readUnverified(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}
