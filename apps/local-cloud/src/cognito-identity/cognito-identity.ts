import { BootError } from '../boot-error';
import { createJsonService } from '../http/json-protocol';
import type { Operation } from '../http/json-protocol';
import { createSigningKeyStore } from '../cognito-idp/store/signing-key-store';
import type { HttpRequest, HttpResponse, Service } from '../http/message';
import type { Database } from '../store/database';
import { traceOperation, traceUnheard } from '../trace/trace-operation';
import type { CredentialLookup } from './credentials';
import { CredentialStore } from './credential-store';
import { createExternalTokens } from './external-tokens';
import { IdentityStore } from './identity-store';
import { createOpenIdTokenKeys } from './open-id-token-keys';
import type { OpenIdTokenKeys } from './open-id-token-keys';
import type { ProviderKeys } from './provider-keys';
import { KNOWN_OPERATIONS, OPERATIONS } from './operations';
import type { IdentityServices } from './services';

/** What identity pools are made of. */
export interface CognitoIdentityOptions extends Pick<
  IdentityServices,
  'model' | 'clock' | 'tokens' | 'traces'
> {
  readonly database: Database;
  /** Those issued so far. @default as the database has them */
  readonly credentials?: CredentialStore;
  /** Of OpenID Connect providers. @default none: their tokens cannot be verified */
  readonly providerKeys?: readonly ProviderKeys[];
}

export interface CognitoIdentity {
  readonly service: Service;
  /** What signature checks use. */
  readonly credentials: CredentialLookup;
  /** What STS checks the tokens of the basic flow with. */
  readonly openIdTokenKeys: OpenIdTokenKeys;
}

/**
 * Amazon Cognito identity pools: a verified ID token becomes an identity, a role and temporary credentials.
 * @throws BootError when the stack leaves open whether a pool takes guests
 */
export function createCognitoIdentity(options: CognitoIdentityOptions): CognitoIdentity {
  assertSettled(options.model);
  const {
    database,
    credentials = new CredentialStore(database, options.clock),
    providerKeys = [],
    ...given
  } = options;
  const openIdTokenKeys = createOpenIdTokenKeys(
    createSigningKeyStore(database),
    given.model.identityPools.filter(({ allowClassicFlow }) => allowClassicFlow),
  );
  const services: IdentityServices = {
    ...given,
    externalTokens: createExternalTokens(providerKeys),
    openIdTokenKeys,
    identities: new IdentityStore(database),
    credentials,
  };
  return { service: createService(services), credentials, openIdTokenKeys };
}

function createService(services: IdentityServices): Service {
  const operations = Object.entries(OPERATIONS).map(([name, operation]): [string, Operation] => [
    name,
    (input, call) =>
      traceOperation(services, { service: 'cognito-identity', operation: name }, call, (notes) =>
        operation(services, input, notes),
      ),
  ]);
  const json = createJsonService({
    name: 'cognito-identity',
    targetPrefix: 'AWSCognitoIdentityService',
    operations: Object.fromEntries(operations),
    knownOperations: KNOWN_OPERATIONS,
    operationsFolder: 'apps/local-cloud/src/cognito-identity/operations',
    onUnheard: (request, unheard) => {
      traceUnheard(services, 'cognito-identity', request, unheard);
    },
  });
  return {
    ...json,
    handle: async (request) =>
      (await answerJwks(services.openIdTokenKeys, request)) ?? json.handle(request),
  };
}

/** Where AWS keeps the keys of GetOpenIdToken. Source: its `/.well-known/openid-configuration`. */
async function answerJwks(
  keys: OpenIdTokenKeys,
  { method, rawPath }: HttpRequest,
): Promise<HttpResponse | undefined> {
  if (method !== 'GET' || rawPath !== '/.well-known/jwks_uri') return undefined;
  return {
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify(await keys.jwks()),
    decision: '200 JWKS of the identity pools',
  };
}

function assertSettled({ identityPools }: IdentityServices['model']): void {
  const open = identityPools.find((pool) => pool.allowUnauthenticated.kind !== 'known');
  if (!open) return;
  throw new BootError(
    'ERR_IDENTITY_POOL_UNSETTLED',
    `${open.address} does not say whether it takes guests: allow_unauthenticated_identities must be true or false in the synthesized JSON.`,
  );
}
