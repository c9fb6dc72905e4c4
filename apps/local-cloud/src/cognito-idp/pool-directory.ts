import { tokenRoleClaims } from '@gatehouse/auth-model';
import type { UserPool, UserPoolClient } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import { clientNotFound, notAuthorized } from './refusals';

export interface PoolClient {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
}

export interface PoolDirectory {
  readonly pools: readonly UserPool[];
  /** @throws AwsError ResourceNotFoundException; NotAuthorizedException when a secret is proved that the client lacks. */
  client(clientId: string, secretHash?: string): PoolClient;
  /** @param issuer `iss` of a token. */
  byIssuer(issuer: unknown): UserPool | undefined;
}

const ISSUER_SCHEME = 'https://';

/** @throws BootError for a pool that could only be played wrongly. */
export function createPoolDirectory(pools: readonly UserPool[]): PoolDirectory {
  pools.forEach(assertEmulated);
  pools.forEach(assertGroupsKnown);
  const clients = new Map(
    pools.flatMap((pool) => pool.clients.map((client) => [client.id, { pool, client }] as const)),
  );
  const issuers = new Map<unknown, UserPool>(pools.map((pool) => [issuerOf(pool), pool]));
  return {
    pools,
    client: (clientId, secretHash) => {
      const found = clients.get(clientId);
      if (found === undefined) throw clientNotFound(clientId);
      if (secretHash === undefined) return found;
      throw notAuthorized(
        `Unable to verify secret hash for client ${clientId}`,
        'the client has no secret',
      );
    },
    byIssuer: (issuer) => issuers.get(issuer),
  };
}

/** As on AWS, also locally: clients and identity pools take the provider's name from it. */
export function issuerOf(pool: Pick<UserPool, 'providerName'>): string {
  return ISSUER_SCHEME + pool.providerName;
}

/** What stands after `_` in the pool's id: the name that SRP hashes. */
export function srpNameOf(pool: Pick<UserPool, 'id'>): string {
  return pool.id.slice(pool.id.indexOf('_') + 1);
}

/** The one spelling under which a username is stored and looked up. */
export function usernameKey(
  pool: Pick<UserPool, 'usernameCaseSensitive'>,
  username: string,
): string {
  return pool.usernameCaseSensitive ? username : username.toLowerCase();
}

function assertEmulated(pool: UserPool): void {
  const triggers = Object.keys(pool.triggers);
  if (triggers.length > 0) {
    throw notEmulated('TRIGGER', pool.address, `has Lambda triggers (${triggers.join(', ')})`);
  }
  if (pool.mfa === 'ON') throw notEmulated('MFA', pool.address, 'requires MFA');
  const unsent = pool.autoVerifiedAttributes.filter((name) => name !== 'email');
  if (unsent.length > 0) {
    throw notEmulated('VERIFICATION', pool.address, `verifies ${unsent.join(', ')} by SMS`);
  }
  for (const client of pool.clients) {
    if (client.generateSecret) {
      throw notEmulated('CLIENT_SECRET', client.address, 'has a client secret');
    }
  }
}

function notEmulated(code: string, address: string, what: string): BootError {
  return new BootError(
    `ERR_COGNITO_${code}_NOT_EMULATED`,
    `${address} ${what}, which the local cloud does not play. Take it out of the stack for this environment, or add it in apps/local-cloud/src/cognito-idp.`,
  );
}

/** Tokens carry the roles of groups: what Terraform alone would know cannot be put into one. */
function assertGroupsKnown(pool: UserPool): void {
  const claims = tokenRoleClaims(
    pool,
    pool.groups.map(({ name }) => name),
  );
  if (claims.kind === 'known') return;
  throw new BootError(
    'ERR_COGNITO_GROUP_UNKNOWN',
    `The groups of ${pool.address} cannot be put into tokens: ${claims.because}.`,
  );
}
