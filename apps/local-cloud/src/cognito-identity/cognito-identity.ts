import { BootError } from '../boot-error';
import { createJsonService } from '../http/json-protocol';
import type { Operation } from '../http/json-protocol';
import type { Service } from '../http/message';
import type { Database } from '../store/database';
import type { CredentialLookup } from './credentials';
import { CredentialStore } from './credential-store';
import { IdentityStore } from './identity-store';
import { KNOWN_OPERATIONS, OPERATIONS } from './operations';
import type { IdentityServices } from './services';

/** What identity pools are made of. */
export interface CognitoIdentityOptions extends Pick<
  IdentityServices,
  'model' | 'clock' | 'tokens'
> {
  readonly database: Database;
  /** Those issued so far. @default as the database has them */
  readonly credentials?: CredentialStore;
}

/**
 * Amazon Cognito identity pools: a verified ID token becomes an identity, a role and temporary credentials.
 * @returns the service, and the lookup that signature checks use
 * @throws BootError when the stack leaves open whether a pool takes guests
 */
export function createCognitoIdentity(options: CognitoIdentityOptions): {
  readonly service: Service;
  readonly credentials: CredentialLookup;
} {
  assertSettled(options.model);
  const {
    database,
    credentials = new CredentialStore(database, options.clock),
    ...given
  } = options;
  const services: IdentityServices = {
    ...given,
    identities: new IdentityStore(database),
    credentials,
  };
  const operations = Object.entries(OPERATIONS).map(([name, operation]): [string, Operation] => [
    name,
    (input) => operation(services, input),
  ]);
  const service = createJsonService({
    name: 'cognito-identity',
    targetPrefix: 'AWSCognitoIdentityService',
    operations: Object.fromEntries(operations),
    knownOperations: KNOWN_OPERATIONS,
    operationsFolder: 'apps/local-cloud/src/cognito-identity/operations',
  });
  return { service, credentials };
}

function assertSettled({ identityPools }: IdentityServices['model']): void {
  const open = identityPools.find((pool) => pool.allowUnauthenticated.kind !== 'known');
  if (!open) return;
  throw new BootError(
    'ERR_IDENTITY_POOL_UNSETTLED',
    `${open.address} does not say whether it takes guests: allow_unauthenticated_identities must be true or false in the synthesized JSON.`,
  );
}
