import assert from 'node:assert/strict';
import { test } from 'node:test';

import { known, type Value } from '@gatehouse/terraform-json';

import type { UserGroup } from '../model-identity';
import { tokenRoleClaims } from './token-role-claims';

function group(name: string, role?: string, precedence?: number | Value<number>): UserGroup {
  const rank = typeof precedence === 'number' ? known(precedence) : precedence;
  return {
    address: `aws_cognito_user_group.${name}`,
    name,
    ...(role === undefined ? {} : { roleArn: known(role) }),
    ...(rank === undefined ? {} : { precedence: rank }),
  };
}

const claimsOf = (...groups: readonly UserGroup[]) =>
  tokenRoleClaims(
    { groups },
    groups.map(({ name }) => name),
  );

test('gives nothing to a user in no group', () => {
  assert.deepEqual(
    tokenRoleClaims({ groups: [group('a', 'role/a', 1)] }, []),
    known({ groups: [], roles: [] }),
  );
});

test('prefers the role of the group with the lowest precedence', () => {
  const claims = claimsOf(group('a', 'role/a', 20), group('b', 'role/b', 10), group('c', 'role/c'));
  const roles = ['role/a', 'role/b', 'role/c'];
  assert.deepEqual(claims, known({ groups: ['a', 'b', 'c'], roles, preferredRole: 'role/b' }));
});

test('ranks zero first and a group without precedence last', () => {
  const claims = claimsOf(
    group('a', 'role/a'),
    group('b', 'role/b', 2 ** 31 - 1),
    group('c', 'role/c', 0),
  );
  assert.equal(claims.kind === 'known' && claims.value.preferredRole, 'role/c');
  const withoutZero = claimsOf(group('a', 'role/a'), group('b', 'role/b', 2 ** 31 - 1));
  assert.equal(withoutZero.kind === 'known' && withoutZero.value.preferredRole, 'role/b');
});

test('prefers no role where groups tie with different ones', () => {
  const claims = claimsOf(group('a', 'role/a', 1), group('b', 'role/b', 1));
  assert.deepEqual(claims, known({ groups: ['a', 'b'], roles: ['role/a', 'role/b'] }));
  const withoutPrecedence = claimsOf(group('a', 'role/a'), group('b', 'role/b'));
  assert.deepEqual(withoutPrecedence, known({ groups: ['a', 'b'], roles: ['role/a', 'role/b'] }));
});

test('prefers the role that tied groups share', () => {
  const claims = claimsOf(
    group('a', 'role/a', 1),
    group('b', 'role/a', 1),
    group('c', 'role/c', 2),
  );
  const expected = {
    groups: ['a', 'b', 'c'],
    roles: ['role/a', 'role/c'],
    preferredRole: 'role/a',
  };
  assert.deepEqual(claims, known(expected));
});

test('prefers the only role, whatever the precedence of groups without one', () => {
  const claims = claimsOf(group('a', undefined, 1), group('b', 'role/b'));
  assert.deepEqual(
    claims,
    known({ groups: ['a', 'b'], roles: ['role/b'], preferredRole: 'role/b' }),
  );
});

test('leaves out groups that the pool does not have', () => {
  const claims = tokenRoleClaims({ groups: [group('a', 'role/a')] }, ['gone', 'a']);
  assert.deepEqual(claims, known({ groups: ['a'], roles: ['role/a'], preferredRole: 'role/a' }));
});

test('cannot tell where a role or a precedence is not known', () => {
  const later: Value<number> = { kind: 'unknown', because: 'known after apply' };
  const claims = claimsOf(group('a', 'role/a', later));
  assert.deepEqual(claims, {
    kind: 'unknown',
    because: 'the precedence of group a is not known yet (known after apply)',
  });
  const reference = { address: 'aws_iam_role.x', attribute: 'arn' };
  const roleLater = { ...group('b'), roleArn: { kind: 'reference' as const, reference } };
  assert.equal(claimsOf(roleLater).kind, 'unknown');
});
