import type { OpenIdProvider } from '@gatehouse/auth-model';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';

import type { IdTokenVerdict } from '../cognito-idp/token-verifier';
import type { ProviderKeys } from './provider-keys';

/** As of a user pool's token; `no-keys`: nobody could say whether it is genuine. */
export type ExternalVerdict =
  | IdTokenVerdict
  | { readonly kind: 'no-keys'; readonly because: string };

/** Checks tokens of providers outside the stack. */
export interface ExternalTokens {
  verify(
    provider: Pick<OpenIdProvider, 'providerName'>,
    token: string,
    nowMs: number,
  ): Promise<ExternalVerdict>;
}

/** What IAM takes. Source: IAM User Guide, "Create an OpenID Connect (OIDC) identity provider in IAM". */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/**
 * The local cloud asks nobody outside this machine for keys: it is given them, by a file or an address on this machine. A token
 * whose keys are not known is answered as AWS answers one that it cannot verify.
 */
export function createExternalTokens(given: readonly ProviderKeys[]): ExternalTokens {
  const keysOf = new Map(given.map((one) => [one.providerName, keySet(one)]));
  return {
    verify: async ({ providerName }, token, nowMs) => {
      const claims = readClaims(token);
      if (claims === undefined) return { kind: 'not-an-id-token' };
      if (claims.iss !== `https://${providerName}`) return { kind: 'unknown-issuer' };
      const keys = keysOf.get(providerName);
      if (keys === undefined) {
        return {
          kind: 'no-keys',
          because: `the keys of https://${providerName} are not known here: start with --oidc https://${providerName}=<JWKS file or loopback URL>`,
        };
      }
      return verifyWith(keys, token, nowMs);
    },
  };
}

async function verifyWith(
  keys: JWTVerifyGetKey,
  token: string,
  nowMs: number,
): Promise<ExternalVerdict> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'iat', 'sub', 'aud'],
    });
    const clientId = payload.azp ?? payload.aud;
    if (typeof clientId !== 'string') return { kind: 'not-an-id-token' };
    const providerName = String(payload.iss).replace(/^https:\/\//, '');
    return { kind: 'valid', providerName, clientId, claims: payload };
  } catch (error) {
    return refusal(error, nowMs);
  }
}

function refusal(error: unknown, nowMs: number): ExternalVerdict {
  if (error instanceof errors.JWTExpired) {
    const expSeconds = typeof error.payload.exp === 'number' ? error.payload.exp : Number.NaN;
    return { kind: 'expired', nowSeconds: Math.floor(nowMs / 1000), expSeconds };
  }
  if (error instanceof errors.JWTClaimValidationFailed) return { kind: 'not-an-id-token' };
  if (error instanceof errors.JWKSTimeout || error instanceof TypeError) {
    return { kind: 'no-keys', because: `its keys cannot be read (${error.message})` };
  }
  if (error instanceof errors.JOSEError) return { kind: 'bad-signature' };
  throw error;
}

function keySet({ source }: ProviderKeys): JWTVerifyGetKey {
  return source.kind === 'url' ? createRemoteJWKSet(source.url) : createLocalJWKSet(source.jwks);
}

function readClaims(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}
