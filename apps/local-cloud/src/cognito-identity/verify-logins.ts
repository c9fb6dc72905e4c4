import type { IdentityPool, Login } from '@gatehouse/auth-model';

import type { IdTokenVerdict } from '../cognito-idp/token-verifier';
import { AwsError, NotEmulatedError } from '../http/json-error';
import { invalidLoginToken, notAuthorized, VALIDATION_ERROR } from './identity-errors';
import type { LinkedLogin } from './identity-store';
import type { IdentityServices } from './services';

/** A login whose token has been verified. */
export interface VerifiedLogin {
  readonly login: Login;
  /** What the identity is remembered by. */
  readonly link: LinkedLogin;
  /** For people: the `cognito:username` of the token, else its `sub`. */
  readonly username: string;
}

const MAX_LOGINS = 10;
const MAX_PROVIDER_LENGTH = 128;

/**
 * Verifies the tokens of a `Logins` map for a pool.
 * Messages: as recorded by users of Amazon Cognito identity pools; AWS documents only the exception.
 * @returns undefined without logins: a guest
 * @throws AwsError for a token that is not genuine, not for this pool, expired or, with ServerSideTokenCheck, revoked
 */
export async function verifyLogins(
  services: Pick<IdentityServices, 'tokens' | 'clock'>,
  pool: IdentityPool,
  logins: ReadonlyMap<string, string> = new Map(),
): Promise<VerifiedLogin | undefined> {
  assertWithinLimits(logins);
  const verified: VerifiedLogin[] = [];
  for (const [provider, token] of logins) {
    verified.push(await verifyLogin(services, pool, provider, token));
  }
  if (verified.length > 1) {
    throw new NotEmulatedError(
      'Several Logins at once (linked identities) are not emulated by the local cloud. To add them: apps/local-cloud/src/cognito-identity/verify-logins.ts.',
    );
  }
  return verified[0];
}

/** Source: Amazon Cognito Federated Identities API Reference, "GetId", Logins: 10 entries, names of 1 to 128 characters. */
function assertWithinLimits(logins: ReadonlyMap<string, string>): void {
  const constraint =
    logins.size > MAX_LOGINS
      ? `Member must have length less than or equal to ${MAX_LOGINS}`
      : [...logins.keys()].some((name) => name === '' || name.length > MAX_PROVIDER_LENGTH)
        ? `Map keys must satisfy constraint: [Member must have length less than or equal to ${MAX_PROVIDER_LENGTH}, Member must have length greater than or equal to 1]`
        : undefined;
  if (constraint === undefined) return;
  throw new AwsError(
    VALIDATION_ERROR,
    `1 validation error detected: Value at 'logins' failed to satisfy constraint: ${constraint}`,
  );
}

async function verifyLogin(
  { tokens, clock }: Pick<IdentityServices, 'tokens' | 'clock'>,
  pool: IdentityPool,
  providerName: string,
  token: string,
): Promise<VerifiedLogin> {
  const clients = pool.providers.filter((provider) => provider.providerName === providerName);
  if (clients.length === 0) throw notFromSupportedProvider(`the pool has no ${providerName}`);
  const verdict = await tokens.verifyIdToken(token, clock.now());
  if (verdict.kind !== 'valid') throw refusal(verdict, token);
  if (verdict.providerName !== providerName) throw issuerMismatch(verdict.providerName);
  const client = clients.find(({ clientId }) => clientId === verdict.clientId);
  if (!client) throw notFromSupportedProvider(`the pool does not take client ${verdict.clientId}`);
  if (client.serverSideTokenCheck && !tokens.isActive(verdict.claims)) {
    throw notAuthorized('Token is inactive', {
      because: 'ServerSideTokenCheck: signed out, revoked or deleted',
    });
  }
  return toVerifiedLogin(verdict);
}

function toVerifiedLogin(verdict: Extract<IdTokenVerdict, { kind: 'valid' }>): VerifiedLogin {
  const { sub, 'cognito:username': username } = verdict.claims;
  if (typeof sub !== 'string') throw notAnIdToken('it has no sub');
  return {
    login: { provider: `${verdict.providerName}:${verdict.clientId}`, claims: verdict.claims },
    link: { providerName: verdict.providerName, subject: sub },
    username: typeof username === 'string' ? username : sub,
  };
}

function refusal(verdict: Exclude<IdTokenVerdict, { kind: 'valid' }>, token: string): AwsError {
  switch (verdict.kind) {
    case 'expired':
      return invalidLoginToken(`Token expired: ${verdict.nowSeconds} >= ${verdict.expSeconds}`);
    case 'bad-signature':
      return invalidLoginToken("Couldn't verify signed token.");
    case 'unknown-issuer':
      return issuerMismatch('of no user pool here');
    case 'not-an-id-token':
      return looksLikeJwt(token)
        ? notAnIdToken('token_use is not id')
        : invalidLoginToken('Not a Cognito token.', { because: 'not a JWT' });
  }
}

function looksLikeJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}

function notAnIdToken(because: string): AwsError {
  return invalidLoginToken('Not a valid OpenId Connect identity token.', { because });
}

function issuerMismatch(issuer: string): AwsError {
  return invalidLoginToken("Issuer doesn't match providerName", { because: `issuer ${issuer}` });
}

function notFromSupportedProvider(because: string): AwsError {
  return notAuthorized('Token is not from a supported provider of this identity pool.', {
    because,
  });
}
