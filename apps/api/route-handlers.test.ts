import assert from 'node:assert/strict';
import { test } from 'node:test';

import { routes, type RouteKey } from '@gatehouse/access';

import type { RouteHandler } from './route-handler';
import { ROUTE_HANDLERS } from './route-handlers';
import { getSecure } from './routes/get-secure';

test('there is a handler for every row of the route table, and for nothing else', () => {
  assert.deepEqual(Object.keys(ROUTE_HANDLERS).sort(), Object.keys(routes).sort());
});

test('a table that forgets a route, or has one too many, does not compile', () => {
  // @ts-expect-error -- GET /vip is missing
  const forgetful = { 'GET /secure': getSecure } satisfies Record<RouteKey, RouteHandler>;
  const excessive = {
    ...ROUTE_HANDLERS,
    // @ts-expect-error -- there is no such route
    'GET /nowhere': getSecure,
  } satisfies Record<RouteKey, RouteHandler>;
  assert.notDeepEqual(Object.keys(forgetful), Object.keys(excessive));
});
