import type { UserPool } from '@gatehouse/auth-model';

import { AwsError } from '../../http/json-error';
import type { Log } from '../../log';
import { usernameKey } from '../pool-directory';
import type { PoolDirectory } from '../pool-directory';
import type { MembershipStore } from '../store/membership-store';
import type { UserStore } from '../store/user-store';
import { addConfirmedUser } from '../users/add-confirmed-user';
import type { SeedUser } from './parse-seed';

interface Services {
  readonly pools: Pick<PoolDirectory, 'pools'>;
  readonly users: UserStore;
  readonly memberships: MembershipStore;
  readonly log: Log;
}

/** Of the seed file, with the pool they are in. */
export interface SeededUser extends Omit<SeedUser, 'pool'> {
  readonly userPool: UserPool;
}

/**
 * Makes each user in the pool they name, or in the first one. Whoever is there already is left alone: a seed never undoes what
 * someone did by hand.
 * @returns those who are there now
 */
export function seedUsers(services: Services, seed: readonly SeedUser[]): readonly SeededUser[] {
  const { pools } = services.pools;
  return seed.flatMap((user) => {
    const userPool = pools.find((one) => isPoolOf(one, user));
    if (userPool !== undefined) {
      return seedUser(services, userPool, user) ? [{ ...user, userPool }] : [];
    }
    const which = user.pool === undefined ? 'no user pool' : `no user pool ${user.pool}`;
    services.log(`seed: "${user.username}" is skipped: the stack has ${which}`);
    return [];
  });
}

function isPoolOf({ name, id, address }: UserPool, { pool }: SeedUser): boolean {
  return pool === undefined || [name, id, address].includes(pool);
}

/** @returns whether the pool has this user now */
function seedUser(services: Services, pool: UserPool, seed: SeedUser): boolean {
  if (services.users.find(pool.id, usernameKey(pool, seed.username)) !== undefined) return true;
  try {
    addConfirmedUser(services, pool, seed);
    return true;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const obstacle = error.message.trim().replaceAll('\n', '; ');
    services.log(`seed: "${seed.username}" is skipped in ${pool.address}: ${obstacle}`);
    return false;
  }
}
