import assert from 'node:assert/strict';
import { test } from 'node:test';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';
import { canCall } from './can-call';

const GROUPS = {
  admin: { precedence: 10, routes: ['GET /vip', 'GET /7'] },
  auditor: { precedence: 20, routes: ['GET /secure'] },
  editor: { precedence: 30, routes: ['GET /secure'] },
};
const MODEL = modelOf(
  stackJson({ groups: GROUPS, routes: ['GET /vip', 'GET /secure', 'GET /{id}'] }),
);
const ask = (principal: string, path: string) =>
  canCall(MODEL, { principal, httpMethod: 'GET', path });
const verdicts = (principal: string, path: string) =>
  ask(principal, path).cells.map(({ allowed }) => allowed);

test('takes any number of groups, in any order, and chooses the role that the token prefers', () => {
  for (const principal of ['auditor+admin', 'editor+auditor+admin', 'admin + auditor'])
    assert.deepEqual(verdicts(principal, '/vip'), [true]);
  assert.deepEqual(verdicts('editor+auditor', '/vip'), [false]);
});

test('weighs the concrete path of a route with a parameter, and prefers a literal one', () => {
  assert.deepEqual(verdicts('admin', '/7'), [true]);
  assert.deepEqual(verdicts('admin', '/8'), [false]);
  assert.equal(ask('admin', '/8').cells[0]?.route, 'GET /{id}');
  assert.equal(ask('admin', '/vip').cells[0]?.route, 'GET /vip');
});

test('weighs every reading of a path, as the gateway does: no spelling leads past a policy', () => {
  for (const path of ['/vip/', '//vip', '/%76ip', '/x/../vip'])
    assert.deepEqual([path, verdicts('admin', path)], [path, path === '/x/../vip' ? [] : [false]]);
  assert.deepEqual(verdicts('admin', '/%37'), [false]);
});

test('says who can, and tells an unknown principal from an unknown route', () => {
  assert.ok(ask('member', '/vip').callers.includes('admin'));
  assert.equal(ask('admin+nobody', '/vip').missing, 'principal');
  assert.equal(ask('admin', '/a/b').missing, 'route');
});

test('takes the template of a route for the route itself: every path that it stands for', () => {
  const template = ask('admin', '/{id}').cells[0];
  assert.equal(template?.route, 'GET /{id}');
  const { cells } = accessMatrix(MODEL);
  const inMatrix = cells.find(
    ({ principal, route }) => principal === 'admin' && route === 'GET /{id}',
  );
  assert.deepEqual(template, inMatrix);
  assert.equal(template.allowed, null);
});

test('names those of whom it cannot be told, in place of saying that nobody can', () => {
  const { callers, untold } = ask('admin', '/{id}');
  assert.deepEqual(callers, []);
  assert.ok(untold.includes('admin'));
  assert.deepEqual(ask('admin', '/vip').untold, []);
});

test('asks about one stage of several, by its own name or with its API', () => {
  const twoStages = modelOf(
    withResource(stackJson(), 'aws_api_gateway_stage.live', {
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      deployment_id: '${aws_api_gateway_deployment.api.id}',
      stage_name: 'live',
    }),
  );
  const askAt = (stage?: string, path = '/vip') =>
    canCall(twoStages, { principal: 'admin', httpMethod: 'GET', path, ...(stage && { stage }) });
  const allowed = (stage?: string) => askAt(stage).cells.map((cell) => cell.allowed);
  // The policies of the groups name the stage dev only.
  assert.deepEqual(allowed(), [true, false]);
  assert.deepEqual(allowed('dev'), [true]);
  assert.deepEqual(allowed('live'), [false]);
  const { stages, callers } = askAt('live');
  assert.deepEqual(callers, []);
  assert.deepEqual(stages.map(allowed), [[true], [false]]);
  assert.equal(askAt('test').missing, 'stage');
  const { missing, routes } = askAt('live', '/nope');
  assert.equal(missing, 'route');
  assert.ok(routes.every((name) => name.includes('/live ')));
});
