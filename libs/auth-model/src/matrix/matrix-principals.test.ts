import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';

const matrixOf = (stack: JsonObject) => accessMatrix(modelOf(stack));

/** `{ 'admin GET /vip': true }`. */
function verdicts(stack: JsonObject): Readonly<Record<string, boolean | null>> {
  const { cells } = matrixOf(stack);
  return Object.fromEntries(
    cells.map(({ principal, route, allowed }) => [`${principal} ${route}`, allowed]),
  );
}

function reasonOf(stack: JsonObject, principal: string, route: string): string {
  const cell = matrixOf(stack).cells.find(
    (one) => one.principal === principal && one.route === route,
  );
  return cell?.reason ?? '';
}

test('adds a column for two groups whose roles compete, and shows the tie', () => {
  const groups = (second: number) => ({
    admin: { precedence: 10, routes: ['GET /secure', 'GET /vip'] },
    editor: { precedence: second, routes: ['GET /secure'] },
  });
  assert.equal(verdicts(stackJson({ groups: groups(20) }))['admin + editor GET /vip'], true);
  assert.equal(verdicts(stackJson({ groups: groups(5) }))['admin + editor GET /vip'], false);
  const tied = stackJson({ groups: groups(10) });
  assert.match(
    reasonOf(tied, 'admin + editor', 'GET /vip'),
    /dev-member \(the token holds several roles and prefers none/,
  );
});

test('adds no column for groups that share a role or have none', () => {
  const groups = {
    admin: { precedence: 10, routes: ['GET /vip'] },
    editor: { precedence: 20, routes: [] },
  };
  const shared = withResource(stackJson({ groups }), 'aws_cognito_user_group.editor', {
    role_arn: '${aws_iam_role.admin.arn}',
  });
  const without = withResource(stackJson({ groups }), 'aws_cognito_user_group.editor', {
    role_arn: null,
  });
  for (const stack of [shared, without]) {
    const names = matrixOf(stack).principals.map(({ name }) => name);
    assert.deepEqual(names, ['guest', 'member', 'admin', 'editor']);
  }
  assert.match(reasonOf(without, 'editor', 'GET /secure'), /^dev-member/);
});

test('tells a group apart that is called like those who are in none', () => {
  const stack = stackJson({ groups: {} });
  const group = { name: 'member', user_pool_id: '${aws_cognito_user_pool.users.id}' };
  const names = matrixOf(withResource(stack, 'aws_cognito_user_group.m', group)).principals.map(
    ({ name }) => name,
  );
  assert.deepEqual(names, ['guest', 'member', 'group member']);
});
