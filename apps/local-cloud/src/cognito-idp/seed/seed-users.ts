import { randomUUID } from 'node:crypto';

import type { UserPool } from '@gatehouse/auth-model';

import { AwsError } from '../../http/json-error';
import type { Log } from '../../log';
import { srpNameOf, usernameKey } from '../pool-directory';
import type { PoolDirectory } from '../pool-directory';
import { makeVerifier } from '../srp/password-verifier';
import type { MembershipStore } from '../store/membership-store';
import type { UserStore } from '../store/user-store';
import { assertFitsSchema } from '../users/attribute-schema';
import { assertFollowsPolicy } from '../users/password-policy';
import type { SeedUser } from './parse-seed';

interface Services {
  readonly pools: Pick<PoolDirectory, 'pools'>;
  readonly users: UserStore;
  readonly memberships: MembershipStore;
  readonly log: Log;
}

/**
 * Whoever is there already is left alone: a seed never undoes what someone did by hand.
 * @returns those who are there now, in one pool at least
 */
export function seedUsers(services: Services, seed: readonly SeedUser[]): readonly SeedUser[] {
  const { pools } = services.pools;
  return seed.filter((user) => pools.map((pool) => seedUser(services, pool, user)).includes(true));
}

/** @returns whether the pool has this user now */
function seedUser({ users, memberships, log }: Services, pool: UserPool, seed: SeedUser): boolean {
  const username = usernameKey(pool, seed.username);
  if (users.find(pool.id, username) !== undefined) return true;
  const obstacle = findObstacle(pool, seed);
  if (obstacle !== undefined) {
    log(`seed: "${seed.username}" is skipped in ${pool.address}: ${obstacle}`);
    return false;
  }
  const sub = randomUUID();
  const identity = { poolName: srpNameOf(pool), userIdForSrp: username };
  const verifier = makeVerifier(identity, seed.password);
  const user = { poolId: pool.id, username, sub, status: 'CONFIRMED', ...verifier } as const;
  const isMailed = seed.attributes.has('email');
  const attributes = new Map([
    ...(isMailed ? [['email_verified', 'true'] as const] : []),
    ...seed.attributes,
  ]);
  users.insert(user, attributes, () => {
    for (const group of seed.groups) memberships.add({ sub }, group);
  });
  return true;
}

/** In one line, why the pool cannot have this user. */
function findObstacle(pool: UserPool, seed: SeedUser): string | undefined {
  const known = new Set(pool.groups.map(({ name }) => name));
  const unknown = seed.groups.filter((group) => !known.has(group));
  if (unknown.length > 0) return `the pool has no group ${unknown.join(', ')}`;
  try {
    assertFitsSchema(pool, withoutVerified(seed.attributes));
    assertFollowsPolicy(pool.passwordPolicy, seed.password);
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error.message.trim().replaceAll('\n', '; ');
    throw error;
  }
}

/** A seed acts as an administrator, who may say that an address is verified. */
function withoutVerified(attributes: SeedUser['attributes']): SeedUser['attributes'] {
  return new Map([...attributes].filter(([name]) => name !== 'email_verified'));
}
