import assert from 'node:assert/strict';
import { test } from 'node:test';

import { problemsOf, routeParts, stagesOf } from './asked-call';

test('takes the name of a route apart, with a stage in front or without', () => {
  assert.deepEqual(routeParts('GET /tides'), { method: 'GET', path: '/tides' });
  assert.deepEqual(routeParts('the quay/v1 GET /tides/{id}'), {
    stage: 'the quay/v1',
    method: 'GET',
    path: '/tides/{id}',
  });
});

test('offers each stage once, and none where there is one only', () => {
  const names = ['a/v1 GET /', 'a/v1 POST /', 'a/v2 GET /'];
  assert.deepEqual(stagesOf(names.map(routeParts)), ['a/v1', 'a/v2']);
  assert.deepEqual(stagesOf([routeParts('GET /')]), []);
});

test('says beside its field what a question lacks', () => {
  assert.deepEqual(problemsOf({ who: 'admin', path: '/vip' }), {});
  assert.match(problemsOf({ who: ' ', path: '/vip' }).who ?? '', /^Enter who calls/);
  assert.match(problemsOf({ who: 'admin', path: '' }).path ?? '', /^Enter a path/);
  assert.equal(problemsOf({ who: 'admin', path: 'vip' }).path, 'A path begins with a slash: /vip');
});
