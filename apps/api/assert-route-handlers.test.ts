import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertRouteHandlers } from './assert-route-handlers';

test('a route without a handler stops the build, and is named with the place to write it', () => {
  const routes = { 'GET /secure': {}, 'GET /reports/{id}': {} };
  assert.throws(() => {
    assertRouteHandlers(routes, { 'GET /secure': () => undefined });
  }, /^Error: There is no handler for GET \/reports\/\{id\}: .*apps\/api\/routes\/.*route-handlers\.ts\.$/);
});

test('a table with a handler for every row is built', () => {
  assertRouteHandlers({ 'GET /secure': {} }, { 'GET /secure': () => undefined });
});
