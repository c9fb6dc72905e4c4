import { randomUUID } from 'node:crypto';

import type { UserPool } from '@gatehouse/auth-model';

import { AwsError } from '../../http/json-error';
import { srpNameOf, usernameKey } from '../pool-directory';
import { invalidParameter } from '../refusals';
import { makeVerifier } from '../srp/password-verifier';
import type { MembershipStore } from '../store/membership-store';
import type { UserAttributes, UserStore } from '../store/user-store';
import { assertFitsSchema } from './attribute-schema';
import { assertFollowsPolicy } from './password-policy';

export interface NewUser {
  readonly username: string;
  readonly password: string;
  /** Without `email_verified`, an email counts as verified: an administrator vouches for it. */
  readonly attributes: UserAttributes;
  readonly groups: readonly string[];
}

interface Services {
  readonly users: Pick<UserStore, 'find' | 'insert'>;
  readonly memberships: Pick<MembershipStore, 'add'>;
}

/**
 * Makes a user who may sign in at once, as an administrator does with a permanent password.
 * @throws AwsError UsernameExistsException, InvalidPasswordException, InvalidParameterException or ResourceNotFoundException
 */
export function addConfirmedUser(services: Services, pool: UserPool, given: NewUser): void {
  const { users, memberships } = services;
  const username = usernameKey(pool, given.username);
  assertGroups(pool, given.groups);
  assertFitsSchema(pool, withoutVerified(given.attributes));
  assertFollowsPolicy(pool.passwordPolicy, given.password);
  if (users.find(pool.id, username) !== undefined)
    throw new AwsError('UsernameExistsException', 'User account already exists');
  const sub = randomUUID();
  const identity = { poolName: srpNameOf(pool), userIdForSrp: username };
  const verifier = makeVerifier(identity, given.password);
  const user = { poolId: pool.id, username, sub, status: 'CONFIRMED', ...verifier } as const;
  const isMailed = given.attributes.has('email');
  const attributes = new Map([
    ...(isMailed ? [['email_verified', 'true'] as const] : []),
    ...given.attributes,
  ]);
  users.insert(user, attributes, () => {
    for (const group of given.groups) memberships.add({ sub }, group);
  });
}

/** @throws AwsError ResourceNotFoundException for a group that the pool has not */
export function assertGroups(pool: Pick<UserPool, 'groups'>, groups: readonly string[]): void {
  const known = new Set(pool.groups.map(({ name }) => name));
  const unknown = groups.filter((group) => !known.has(group));
  if (unknown.length === 0) return;
  throw new AwsError('ResourceNotFoundException', `the pool has no group ${unknown.join(', ')}`);
}

/** Whoever vouches for an address may also say that it is not verified; users may say neither. */
function withoutVerified(attributes: UserAttributes): UserAttributes {
  const verified = attributes.get('email_verified');
  if (verified !== undefined && verified !== 'true' && verified !== 'false')
    throw invalidParameter('email_verified: Attribute is not a boolean');
  return new Map([...attributes].filter(([name]) => name !== 'email_verified'));
}
