import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refusal } from '../testing/fake-cloud';
import { apiGatewayResource as facts } from './api-gateway-resource';
import { sampleApi } from './testing/sample-api';

const CHILD = { rest_api_id: 'api1', parent_id: 'res1', path_part: '{id}' };

test('the path of a resource is the path of its parent and its own part', () => {
  assert.equal(facts.create(CHILD, sampleApi()).path, '/secure/{id}');
  assert.equal(facts.create({ ...CHILD, parent_id: 'root1' }, sampleApi()).path, '/{id}');
});

test('a resource that moves or is renamed has another path', () => {
  const moved = { ...CHILD, id: 'res9', parent_id: 'root1' };
  assert.deepEqual(facts.update?.(moved, CHILD, sampleApi()), { path: '/{id}' });
  assert.deepEqual(facts.changesWith, { path: ['path_part', 'parent_id'] });
});

test('takes a parent that is the root or a resource of the same API', () => {
  assert.equal(refusal(facts, CHILD, sampleApi()), undefined);
  assert.equal(refusal(facts, { ...CHILD, parent_id: 'root1' }, sampleApi()), undefined);
});

test('refuses an API or a parent that does not exist, or is of another API', () => {
  assert.equal(
    refusal(facts, { ...CHILD, rest_api_id: 'gone' }, sampleApi()),
    'NotFoundException: Invalid API identifier specified 123456789012:gone',
  );
  for (const parent_id of ['gone', 'foreign'])
    assert.equal(
      refusal(facts, { ...CHILD, parent_id }, sampleApi()),
      'NotFoundException: Invalid Resource identifier specified',
    );
});

test('refuses a second resource of the same name under one parent, but lets one keep its own', () => {
  const secure = { rest_api_id: 'api1', parent_id: 'root1', path_part: 'secure' };
  assert.equal(
    refusal(facts, secure, sampleApi()),
    'ConflictException: Another resource with the same parent already has this name: secure',
  );
  assert.equal(refusal(facts, { ...secure, id: 'res1' }, sampleApi()), undefined);
});

test('refuses a part that is a path, and takes a greedy variable', () => {
  assert.match(refusal(facts, { ...CHILD, path_part: 'a/b' }, sampleApi()) ?? '', /path part/);
  assert.equal(refusal(facts, { ...CHILD, path_part: '{proxy+}' }, sampleApi()), undefined);
});
