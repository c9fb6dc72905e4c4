import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { AuthModel, Method, Role } from '@gatehouse/auth-model';

import { describeTakeover } from './describe-takeover';

test('names routes, roles and files that came, went or are others', () => {
  const before = modelOf(['GET /secure', 'GET /vip'], ['admin', 'guest'], ['index.html']);
  const after = modelOf(['GET /secure', 'PUT /vip', 'OPTIONS /vip'], ['admin'], ['index.html']);
  const changed = { ...after, roles: after.roles.map((role) => ({ ...role, arn: 'other' })) };
  assert.equal(
    describeTakeover(before, changed),
    '2 methods, 1 role, 0 functions; added PUT /vip; removed GET /vip, role guest; changed role admin',
  );
});

test('counts what is too much to name', () => {
  const files = Array.from({ length: 30 }, (_, at) => `chunk-${at}.js`);
  const words = describeTakeover(modelOf([], [], []), modelOf([], [], files));
  assert.match(words, /; added file chunk-0\.js, .* and 24 more$/);
});

test('says so when nothing that people know by name is another', () => {
  const model = modelOf(['GET /secure'], ['admin'], []);
  const renamed = { ...model, roles: model.roles.map((role) => ({ ...role, address: 'other' })) };
  assert.equal(
    describeTakeover(model, renamed),
    '1 method, 1 role, 0 functions; the same as before',
  );
});

function modelOf(
  routes: readonly string[],
  roleNames: readonly string[],
  files: readonly string[],
): AuthModel {
  const methods = routes.map((route) => {
    const [httpMethod = '', resourcePath = ''] = route.split(' ');
    return { address: route, httpMethod, resourcePath } as Method;
  });
  return {
    restApis: [{ methods, stages: [] }],
    roles: roleNames.map((name) => ({ address: name, name, arn: name }) as Role),
    functions: [],
    userPools: [],
    identityPools: [],
    usagePlans: [],
    apiKeys: [],
    buckets: [{ objects: files.map((key) => ({ address: key, key })) }],
  } as unknown as AuthModel;
}
