import type { GroupName } from './groups';
import { defineRoutes } from './route-table';

/** What can be called, and by whom. */
export const routes = defineRoutes<GroupName>()({
  'GET /secure': { allow: ['member'], apiKey: true, summary: 'For everyone who is signed in' },
  'GET /vip': { allow: ['admin'], apiKey: true, summary: 'For administrators only' },
});

export type RouteKey = keyof typeof routes;

export function isRouteKey(key: string): key is RouteKey {
  return Object.hasOwn(routes, key);
}
