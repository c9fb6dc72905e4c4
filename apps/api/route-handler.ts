import type { RouteKey } from '@gatehouse/access';

import type { Caller } from './caller';

/** A call that the gateway has let in, in our own words. */
export interface RouteRequest {
  readonly route: RouteKey;
  readonly caller: Caller;
  /** The gateway's, as in `x-amzn-RequestId` and the access log. */
  readonly requestId: string;
  /** `{id}` of the route's path → value, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** As text; empty where the request has none. */
  readonly body: string;
}

/** What a route answers with 200; who called, which route and the request id are added to it. */
export interface RouteAnswer {
  readonly message: string;
  readonly [field: string]: unknown;
}

/** @throws ApiError for what the caller should hear; anything else is answered 500 and logged */
export type RouteHandler = (request: RouteRequest) => RouteAnswer | Promise<RouteAnswer>;
