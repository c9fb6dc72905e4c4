import type { Clock } from '../../clock';
import { notAuthorized } from '../refusals';
import { BoundedMap } from './bounded-map';

/**
 * Five wrong passwords lock a user for one second, each further one for twice as long, up to about 15 minutes; what comes while
 * locked does not count; 15 quiet minutes or a success forget it all. Names nobody has are locked the same.
 * Source: "User pool authentication flow", lockout behaviour, Cognito developer guide.
 */
export interface Lockouts {
  /** @throws AwsError NotAuthorizedException "Password attempts exceeded". */
  assertOpen(user: LockoutKey): void;
  recordFailure(user: LockoutKey): void;
  recordSuccess(user: LockoutKey): void;
}

interface LockoutKey {
  readonly poolId: string;
  readonly username: string;
}

interface Failures {
  readonly count: number;
  readonly lastMs: number;
}

const FREE_FAILURES = 5;
const MAX_LOCK_MS = 15 * 60_000;
const QUIET_MS = 15 * 60_000;

export function createLockouts(clock: Clock): Lockouts {
  const failures = new BoundedMap<Failures>();
  const current = (key: string): Failures | undefined => {
    const found = failures.get(key);
    return found && clock.now() - found.lastMs < QUIET_MS ? found : undefined;
  };
  return {
    assertOpen: (user) => {
      const found = current(keyOf(user));
      const leftMs = found ? found.lastMs + lockMs(found.count) - clock.now() : 0;
      if (leftMs <= 0) return;
      throw notAuthorized(
        'Password attempts exceeded',
        `locked for another ${Math.ceil(leftMs / 1000)} s`,
      );
    },
    recordFailure: (user) => {
      const key = keyOf(user);
      failures.set(key, { count: (current(key)?.count ?? 0) + 1, lastMs: clock.now() });
    },
    recordSuccess: (user) => {
      failures.delete(keyOf(user));
    },
  };
}

function lockMs(count: number): number {
  return count < FREE_FAILURES ? 0 : Math.min(1000 * 2 ** (count - FREE_FAILURES), MAX_LOCK_MS);
}

function keyOf({ poolId, username }: LockoutKey): string {
  return `${poolId} ${username}`;
}
