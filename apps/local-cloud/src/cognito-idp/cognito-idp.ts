import type { AuthModel } from '@gatehouse/auth-model';

import type { Clock } from '../clock';
import { createJsonService } from '../http/json-protocol';
import type { HttpRequest, HttpResponse, Service } from '../http/message';
import type { Log } from '../log';
import type { Database } from '../store/database';
import type { TraceRecorder } from '../trace/trace-ring';
import { traceUnheard, type Tracing } from '../trace/trace-operation';
import { createCodeDelivery } from './mail/code-delivery';
import { KNOWN_OPERATIONS } from './operations/known-operations';
import { OPERATIONS } from './operations/registry';
import { createPoolDirectory } from './pool-directory';
import type { PoolDirectory } from './pool-directory';
import { seedUsers, type SeededUser } from './seed/seed-users';
import type { SeedUser } from './seed/parse-seed';
import { createIdpMemory, type IdpMemory } from './idp-memory';
import type { IdpServices } from './services';
import { createCodeStore } from './store/code-store';
import { createDisabledUserStore } from './store/disabled-user-store';
import { createMembershipStore } from './store/membership-store';
import type { MembershipStore } from './store/membership-store';
import { createOutbox } from './store/outbox';
import type { Outbox } from './store/outbox';
import { createPoolSecrets } from './store/pool-secret-store';
import { createSessionStore } from './store/session-store';
import { createSigningKeyStore } from './store/signing-key-store';
import { createUserStore } from './store/user-store';
import type { TokenVerifier } from './token-verifier';
import { createAccessTokenCheck } from './tokens/access-token-check';
import { createTokenVerifier } from './tokens/id-token-verifier';
import { createSigningKeys } from './tokens/signing-keys';
import type { SigningKeys } from './tokens/signing-keys';
import { createTokenIssuer } from './tokens/token-issuer';
import { traced } from './traced';
import { createUserAdministration } from './user-administration';
import type { UserAdministration } from './user-administration';

export interface CognitoIdp {
  readonly service: Service;
  readonly tokens: TokenVerifier;
  readonly outbox: Outbox;
  readonly administration: UserAdministration;
  /**
   * Makes the users that are not there yet, each in one pool; what cannot be made is said in the log, one line each.
   * @returns those who are there now
   */
  readonly seed: (users: readonly SeedUser[]) => readonly SeededUser[];
}

export interface CognitoIdpSurroundings {
  readonly model: Pick<AuthModel, 'userPools'>;
  readonly clock: Clock;
  readonly database: Database;
  readonly log: Log;
  readonly traces: TraceRecorder;
  /** Of the pools that were played before these, to be carried on. @default empty */
  readonly memory?: IdpMemory;
}

/**
 * The user pools of a stack, kept in the database.
 * @throws BootError for a pool that asks for something not played here.
 */
export function createCognitoIdp(surroundings: CognitoIdpSurroundings): CognitoIdp {
  const { model, database, log } = surroundings;
  const pools = createPoolDirectory(model.userPools);
  const keys = createSigningKeys(
    createSigningKeyStore(database),
    model.userPools.map(({ id }) => id),
  );
  const outbox = createOutbox(database);
  const services = createServices(surroundings, { pools, keys, outbox });
  return {
    service: createService(services, keys, surroundings),
    tokens: createTokenVerifier({ pools, keys, sessions: services.sessions }),
    outbox,
    administration: createUserAdministration(services),
    seed: (users) =>
      seedUsers({ pools, users: services.users, memberships: services.memberships, log }, users),
  };
}

interface Parts {
  readonly pools: PoolDirectory;
  readonly keys: SigningKeys;
  readonly outbox: Outbox;
}

function createServices(
  { clock, database, log, memory = createIdpMemory(clock) }: CognitoIdpSurroundings,
  { pools, keys, outbox }: Parts,
): IdpServices & { readonly memberships: MembershipStore } {
  const users = createUserStore(database);
  const memberships = createMembershipStore(database);
  const sessions = createSessionStore(database);
  const codes = createCodeStore(database);
  return {
    clock,
    pools,
    users,
    memberships,
    disabledUsers: createDisabledUserStore(database),
    codes,
    sessions,
    codeDelivery: createCodeDelivery({ clock, codes, outbox, log }),
    secretOf: createPoolSecrets(database),
    tokens: createTokenIssuer({ clock, keys, users, memberships, sessions }),
    checkAccessToken: createAccessTokenCheck({ clock, pools, keys, users, sessions }),
    ...memory,
  };
}

function createService(services: IdpServices, keys: SigningKeys, tracing: Tracing): Service {
  const { pools } = services;
  const operations = Object.entries(OPERATIONS).map(
    ([name, operation]) => [name, traced(tracing, pools, name, operation.bind(services))] as const,
  );
  const json = createJsonService({
    name: 'cognito-idp',
    targetPrefix: 'AWSCognitoIdentityProviderService',
    operations: Object.fromEntries(operations),
    knownOperations: KNOWN_OPERATIONS,
    operationsFolder: 'apps/local-cloud/src/cognito-idp/operations',
    onUnheard: (request, unheard) => {
      traceUnheard(tracing, 'cognito-idp', request, unheard);
    },
  });
  return {
    ...json,
    handle: async (request) => (await answerJwks(keys, request)) ?? json.handle(request),
  };
}

const JWKS_PATH = /^\/(?<poolId>[\w-]+)\/\.well-known\/jwks\.json$/;

async function answerJwks(
  keys: SigningKeys,
  { method, rawPath }: HttpRequest,
): Promise<HttpResponse | undefined> {
  const poolId = JWKS_PATH.exec(rawPath)?.groups?.poolId;
  const jwks = method === 'GET' && poolId !== undefined ? await keys.jwks(poolId) : undefined;
  if (jwks === undefined) return undefined;
  return {
    status: 200,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'public, max-age=86400'],
    ],
    body: JSON.stringify(jwks),
    decision: `200 JWKS of ${poolId ?? ''}`,
  };
}
