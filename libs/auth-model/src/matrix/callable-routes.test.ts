import assert from 'node:assert/strict';
import { test } from 'node:test';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { callableRoutes } from './callable-routes';

const GROUPS = {
  admin: { precedence: 10, routes: ['GET /vip'] },
  auditor: { precedence: 20, routes: ['GET /secure'] },
  editor: { precedence: 30, routes: ['GET /secure'] },
};
const MODEL = modelOf(stackJson({ groups: GROUPS, routes: ['GET /vip', 'GET /secure'] }));
const [POOL] = MODEL.userPools;
assert.ok(POOL);
const routes = (...groups: readonly string[]) => callableRoutes(MODEL, POOL, groups).certain;

test('is what the role of the best group may call, in however many groups somebody is', () => {
  assert.deepEqual(routes('admin'), ['GET /vip']);
  assert.deepEqual(routes('auditor', 'editor'), ['GET /secure']);
  assert.deepEqual(routes('editor', 'auditor', 'admin'), ['GET /vip']);
});

test('is nothing for a group that the pool does not have', () => {
  assert.deepEqual(routes('admin', 'nobody'), []);
});

test('is nothing for the groups of another pool of the stack', () => {
  const elsewhere = {
    ...POOL,
    providerName: 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_other',
  };
  assert.deepEqual(callableRoutes(MODEL, elsewhere, ['admin']), { certain: [], open: [] });
});

test('is open where rules look at the token to choose the role', () => {
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
    role_mapping: [
      {
        identity_provider:
          '${aws_cognito_user_pool.users.endpoint}:${aws_cognito_user_pool_client.client.id}',
        type: 'Rules',
        ambiguous_role_resolution: 'Deny',
        mapping_rule: [
          {
            claim: 'department',
            match_type: 'Equals',
            value: 'board',
            role_arn: '${aws_iam_role.admin.arn}',
          },
        ],
      },
    ],
  });
  const model = modelOf(stack);
  const [pool] = model.userPools;
  assert.ok(pool);
  assert.deepEqual(callableRoutes(model, pool, []), {
    certain: [],
    open: ['GET /secure', 'GET /vip'],
  });
});
