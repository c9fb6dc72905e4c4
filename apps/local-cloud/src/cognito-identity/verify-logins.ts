import type { IdentityPool, Login, OpenIdProvider } from '@gatehouse/auth-model';

import { AwsError } from '../http/json-error';
import { invalidLoginToken, notAuthorized, VALIDATION_ERROR } from './identity-errors';
import type { LinkedLogin } from './identity-store';
import { tokenRefusal } from './token-refusal';
import type { IdentityServices } from './services';

/** A login whose token has been verified. */
export interface VerifiedLogin {
  readonly login: Login;
  /** What the identity is remembered by. */
  readonly link: LinkedLogin;
  /** For people: the `cognito:username` of the token, else its `sub`. */
  readonly username: string;
  /** What it adds to `amr`: the provider, and who signed in there. */
  readonly amr: readonly string[];
}

type Services = Pick<IdentityServices, 'tokens' | 'externalTokens' | 'clock'>;

const MAX_LOGINS = 10;
const MAX_PROVIDER_LENGTH = 128;

/**
 * Verifies the tokens of a `Logins` map for a pool.
 * Messages: as recorded by users of Amazon Cognito identity pools; AWS documents only the exception.
 * @returns in the order of the map; none without logins: a guest
 * @throws AwsError for a token that is not genuine, not for this pool, expired or, with ServerSideTokenCheck, revoked
 */
export async function verifyLogins(
  services: Services,
  pool: IdentityPool,
  logins: ReadonlyMap<string, string> = new Map(),
): Promise<readonly VerifiedLogin[]> {
  assertWithinLimits(logins);
  const verified: VerifiedLogin[] = [];
  for (const [provider, token] of logins) {
    const external = pool.openIdProviders.find(({ providerName }) => providerName === provider);
    verified.push(
      external
        ? await verifyOpenIdLogin(services, external, token)
        : await verifyUserPoolLogin(services, pool, provider, token),
    );
  }
  return verified;
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

async function verifyUserPoolLogin(
  { tokens, clock }: Services,
  pool: IdentityPool,
  providerName: string,
  token: string,
): Promise<VerifiedLogin> {
  const clients = pool.providers.filter((provider) => provider.providerName === providerName);
  if (clients.length === 0) throw notFromSupportedProvider(`the pool has no ${providerName}`);
  const verdict = await tokens.verifyIdToken(token, clock.now());
  if (verdict.kind !== 'valid') throw tokenRefusal(verdict, token);
  if (verdict.providerName !== providerName) {
    throw tokenRefusal({ kind: 'unknown-issuer', issuer: verdict.providerName }, token);
  }
  const client = clients.find(({ clientId }) => clientId === verdict.clientId);
  if (!client) throw notFromSupportedProvider(`the pool does not take client ${verdict.clientId}`);
  if (client.serverSideTokenCheck && !tokens.isActive(verdict.claims)) {
    throw notAuthorized('Token is inactive', {
      because: 'ServerSideTokenCheck: signed out, revoked or deleted',
    });
  }
  const subject = subjectOf(verdict.claims);
  const { 'cognito:username': username } = verdict.claims;
  return {
    login: { provider: `${providerName}:${verdict.clientId}`, claims: verdict.claims },
    link: { providerName, subject },
    username: typeof username === 'string' ? username : subject,
    amr: [providerName, `${providerName}:CognitoSignIn:${subject}`],
  };
}

async function verifyOpenIdLogin(
  { externalTokens, clock }: Services,
  provider: OpenIdProvider,
  token: string,
): Promise<VerifiedLogin> {
  const { providerName, arn, clientIds } = provider;
  const verdict = await externalTokens.verify(provider, token, clock.now());
  if (verdict.kind !== 'valid') throw tokenRefusal(verdict, token);
  if (!clientIds.includes(verdict.clientId)) {
    throw notFromSupportedProvider(`${arn} does not take client ${verdict.clientId}`);
  }
  const subject = subjectOf(verdict.claims);
  return {
    login: { provider: providerName, providerArn: arn, claims: verdict.claims },
    link: { providerName, subject },
    username: subject,
    amr: [providerName, `${arn}:OIDC:${subject}`],
  };
}

function subjectOf({ sub }: Readonly<Record<string, unknown>>): string {
  if (typeof sub === 'string' && sub !== '') return sub;
  throw invalidLoginToken('Not a valid OpenId Connect identity token.', {
    because: 'it has no sub',
  });
}

function notFromSupportedProvider(because: string): AwsError {
  return notAuthorized('Token is not from a supported provider of this identity pool.', {
    because,
  });
}
