import type { RouteKey } from '@gatehouse/access';

import type { RouteHandler } from './route-handler';
import { getSecure } from './routes/get-secure';
import { getVip } from './routes/get-vip';

/** One file for each row of the route table: a row without one does not compile, here and nowhere else. */
export const ROUTE_HANDLERS: Readonly<Record<RouteKey, RouteHandler>> = {
  'GET /secure': getSecure,
  'GET /vip': getVip,
};
