import type { UserPool } from '@gatehouse/auth-model';

import { AwsError } from '../http/json-error';
import { usernameKey } from './pool-directory';
import type { PoolDirectory } from './pool-directory';
import { userNotFound } from './refusals';
import type { CodeStore } from './store/code-store';
import type { DisabledUserStore } from './store/disabled-user-store';
import type { MembershipStore } from './store/membership-store';
import type { SessionStore } from './store/session-store';
import type { User, UserStore } from './store/user-store';
import { addConfirmedUser, assertGroups, type NewUser } from './users/add-confirmed-user';

/** A user as an administrator sees them. */
export interface AdministeredUser {
  readonly username: string;
  readonly sub: string;
  readonly status: User['status'];
  readonly enabled: boolean;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * What administrators do to the users of a pool, under the rules that hold for everybody: password policy, schema, groups of the pool.
 * All of them throw AwsError: ResourceNotFoundException for an unknown pool or group, UserNotFoundException for an unknown user.
 */
export interface UserAdministration {
  readonly pools: readonly UserPool[];
  /** By name: those whose names begin so. */
  list(poolId: string, beginning: string, limit: number): readonly AdministeredUser[];
  count(poolId: string): number;
  /** How many of the pool are in a group. */
  countIn(poolId: string, group: string): number;
  /** @throws AwsError UsernameExistsException, InvalidPasswordException, InvalidParameterException */
  create(poolId: string, user: NewUser): void;
  /** @throws AwsError NotAuthorizedException for who is confirmed already */
  confirm(poolId: string, username: string): void;
  setGroups(poolId: string, username: string, groups: readonly string[]): void;
  /** They cannot sign in any more, and their sessions end. */
  disable(poolId: string, username: string): void;
  enable(poolId: string, username: string): void;
  remove(poolId: string, username: string): void;
}

interface Services {
  readonly pools: Pick<PoolDirectory, 'pools'>;
  readonly users: UserStore;
  readonly memberships: MembershipStore;
  readonly sessions: Pick<SessionStore, 'revokeAllOf'>;
  readonly codes: Pick<CodeStore, 'remove'>;
  readonly disabledUsers: DisabledUserStore;
}

export function createUserAdministration(services: Services): UserAdministration {
  const { users, memberships, sessions, codes, disabledUsers } = services;
  const { pools } = services.pools;
  const findPool = (poolId: string): UserPool => {
    const pool = pools.find(({ id }) => id === poolId);
    if (pool !== undefined) return pool;
    throw new AwsError('ResourceNotFoundException', `User pool ${poolId} does not exist.`);
  };
  const findUser = (poolId: string, username: string): User => {
    const user = users.find(poolId, usernameKey(findPool(poolId), username));
    if (user === undefined) throw userNotFound();
    return user;
  };
  return {
    pools,
    list: (poolId, beginning, limit) =>
      users
        .list(poolId, usernameKey(findPool(poolId), beginning), limit)
        .map((user) => describeUser(services, user)),
    count: (poolId) => users.count(poolId),
    countIn: (poolId, group) => memberships.countIn(poolId, group),
    create: (poolId, user) => {
      addConfirmedUser(services, findPool(poolId), user);
    },
    confirm: (poolId, username) => {
      const user = findUser(poolId, username);
      assertUnconfirmed(user);
      users.confirm(user);
      codes.remove(user);
    },
    setGroups: (poolId, username, groups) => {
      const user = findUser(poolId, username);
      assertGroups(findPool(poolId), groups);
      memberships.replace(user, groups);
    },
    // Source: AdminDisableUser: "Deactivates a user profile and revokes all access tokens for the user."
    disable: (poolId, username) => {
      const user = findUser(poolId, username);
      disabledUsers.add(user);
      sessions.revokeAllOf(user);
    },
    enable: (poolId, username) => {
      disabledUsers.remove(findUser(poolId, username));
    },
    remove: (poolId, username) => {
      users.remove(findUser(poolId, username));
    },
  };
}

function describeUser(
  { users, memberships, disabledUsers }: Services,
  user: User,
): AdministeredUser {
  const { username, sub, status } = user;
  return {
    username,
    sub,
    status,
    enabled: !disabledUsers.has(user),
    groups: memberships.groupsOf(user),
    attributes: Object.fromEntries(users.attributesOf(user)),
  };
}

function assertUnconfirmed({ status }: User): void {
  if (status === 'UNCONFIRMED') return;
  throw new AwsError(
    'NotAuthorizedException',
    `User cannot be confirmed. Current status is ${status}`,
  );
}
