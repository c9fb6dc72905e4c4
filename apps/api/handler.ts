import type { Logger } from '@aws-lambda-powertools/logger';
import { isRouteKey, type RouteKey } from '@gatehouse/access';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';

import { ApiError } from './api-error';
import { callerOf, type Caller } from './caller';
import { corsHeaders } from './cors-headers';
import type { RouteHandler, RouteRequest } from './route-handler';
import type { Settings } from './settings';

export interface HandlerServices {
  readonly settings: Settings;
  readonly logger: Pick<Logger, 'addContext' | 'info' | 'warn' | 'error'>;
  readonly routeHandlers: Readonly<Record<RouteKey, RouteHandler>>;
}

/** What REST APIs send to a Lambda proxy integration, and want back. */
export type GatewayHandler = (
  event: APIGatewayProxyEvent,
  context: Context,
) => Promise<APIGatewayProxyResult>;

/**
 * The one function behind every route. Only this file knows the gateway's event: routes speak of callers, not of AWS.
 * Source: Amazon API Gateway Developer Guide, "Lambda proxy integrations in API Gateway", input and output format.
 */
export function createHandler(services: HandlerServices): GatewayHandler {
  return async (event, context) => {
    services.logger.addContext(context);
    const headers = answerHeaders(event.headers, services.settings);
    try {
      return { statusCode: 200, headers, body: await answer(event, services) };
    } catch (error) {
      return { ...refuse(error, event, services), headers };
    }
  };
}

/** @throws whatever stands in the way of an answer */
async function answer(event: APIGatewayProxyEvent, services: HandlerServices): Promise<string> {
  const { settings, logger, routeHandlers } = services;
  const { requestId, identity } = event.requestContext;
  const route = routeOf(event);
  const caller = callerOf(identity, settings.roleNamePrefix);
  const content = await routeHandlers[route](requestOf(event, route, caller));
  const body = JSON.stringify({ ...content, route, caller, requestId });
  logger.info('answered', { requestId, route, role: caller.role, group: caller.group });
  return body;
}

function refuse(
  error: unknown,
  event: APIGatewayProxyEvent,
  { logger }: HandlerServices,
): Pick<APIGatewayProxyResult, 'statusCode' | 'body'> {
  const { requestId } = event.requestContext;
  const facts = { requestId, route: `${event.httpMethod} ${event.resource}` };
  const expected = error instanceof ApiError;
  const { code, message, statusCode } = expected ? error : SOMETHING_BROKE;
  if (expected) logger.warn('refused', { ...facts, code });
  else logger.error('failed', { ...facts, error });
  return { statusCode, body: JSON.stringify({ error: code, message, requestId }) };
}

/** What went wrong is in the log, under the request id; it is nobody else's business. */
const SOMETHING_BROKE = new ApiError(
  'InternalError',
  'Something went wrong on our side; the request id leads to it.',
);

function answerHeaders(
  requestHeaders: APIGatewayProxyEvent['headers'],
  { allowedOrigins }: Settings,
): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    // An answer names its caller: nobody else may be given it.
    'Cache-Control': 'no-store',
    ...corsHeaders(headerOf(requestHeaders, 'origin'), allowedOrigins),
  };
}

/** The gateway passes names in the case the client used; a test call from its console has no headers at all. */
function headerOf(
  headers: APIGatewayProxyEvent['headers'] | null,
  name: string,
): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function routeOf({ httpMethod, resource }: APIGatewayProxyEvent): RouteKey {
  const key = `${httpMethod} ${resource}`;
  if (isRouteKey(key)) return key;
  throw new ApiError('NotFound', `There is no route ${key}.`);
}

function requestOf(event: APIGatewayProxyEvent, route: RouteKey, caller: Caller): RouteRequest {
  return {
    route,
    caller,
    requestId: event.requestContext.requestId,
    pathParameters: parametersOf(event),
    query: queryOf(event),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8'),
  };
}

/** Of the path, unlike the query, a REST API hands on what was sent, escapes and all. */
function parametersOf({ pathParameters }: APIGatewayProxyEvent): Record<string, string> {
  const entries = Object.entries(pathParameters ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, decoded(name, value ?? '')]));
}

function decoded(name: string, sent: string): string {
  try {
    return decodeURIComponent(sent);
  } catch (cause) {
    const message = `The ${name} in the path is not percent-encoded UTF-8. Send "%" itself as %25.`;
    throw new ApiError('MalformedPath', message, { cause });
  }
}

/** The gateway has decoded names and values already. */
function queryOf({ multiValueQueryStringParameters }: APIGatewayProxyEvent): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(multiValueQueryStringParameters ?? {})) {
    for (const value of values ?? []) query.append(name, value);
  }
  return query;
}
