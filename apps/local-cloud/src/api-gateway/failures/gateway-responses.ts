import type { GatewayResponse, RestApi } from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import type { HttpResponse } from '../../http/message';
import { validateHeaderValue } from '../../http/node-http';
import type { Exchange } from '../exchange';
import { RESPONSE_TYPES, type GatewayFailure, type ResponseType } from './gateway-failure';
import type { FailedApi, FailedExchange, FailureContext, ReadContext } from './failure-context';
import { compileGatewayTemplate } from './gateway-template';
import { compileParameter } from './parameter-expression';
import { responseStatus } from './response-status';

type Header = readonly [name: string, value: string];

interface CompiledResponse {
  readonly status?: number;
  readonly headers: readonly (readonly [name: string, value: ReadContext])[];
  readonly template?: {
    readonly contentType: string;
    readonly render: (context: FailureContext) => string;
  };
}

/** Answers a failure as the API's gateway responses say. */
export type RenderFailure = (failure: GatewayFailure, exchange: FailedExchange) => HttpResponse;

/**
 * Compiles the API's gateway responses. A type without one of its own takes `DEFAULT_4XX` or `DEFAULT_5XX`, status and all.
 * Source: API Gateway Developer Guide, "Gateway responses in API Gateway".
 */
export function compileGatewayResponses(
  api: FailedApi & Pick<RestApi, 'gatewayResponses'>,
): RenderFailure {
  const compiled = new Map<string, CompiledResponse>();
  for (const response of api.gatewayResponses) {
    assertKnownType(response, api.address);
    compiled.set(response.responseType, compileResponse(response, api.address));
  }
  return (failure, exchange) => {
    const fallBack: ResponseType = failure.status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
    const response = compiled.get(failure.responseType) ?? compiled.get(fallBack);
    return response === undefined
      ? renderDefault(failure, exchange)
      : renderCustom(response, { failure, exchange, api });
  };
}

/** The answer without any customization: also for what AWS refuses before gateway responses apply. */
export function renderDefault(
  failure: GatewayFailure,
  exchange: Pick<Exchange, 'ids'>,
): HttpResponse {
  return {
    status: failure.status,
    headers: [['Content-Type', 'application/json'], ...failureHeaders(failure, exchange)],
    body: defaultBody(failure),
    decision: describeFailure(failure.status, failure),
  };
}

function renderCustom(response: CompiledResponse, context: FailureContext): HttpResponse {
  const { failure, exchange } = context;
  const { template } = response;
  const status = response.status ?? failure.status;
  const headers: Header[] = [
    ['Content-Type', template?.contentType ?? 'application/json'],
    ...failureHeaders(failure, exchange),
  ];
  for (const [name, expression] of response.headers) {
    const value = expression(context);
    if (value !== undefined && isHeaderValue(name, value)) headers.push([name, value]);
  }
  return {
    status,
    headers,
    body: template?.render(context) ?? defaultBody(failure),
    decision: describeFailure(status, failure),
  };
}

/** What a request says may hold a line break once it is decoded; a header never does. */
function isHeaderValue(name: string, value: string): boolean {
  try {
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function failureHeaders(failure: GatewayFailure, { ids }: Pick<Exchange, 'ids'>): Header[] {
  return [
    ['x-amzn-RequestId', ids.requestId],
    ['x-amzn-ErrorType', failure.errorType],
    ['x-amz-apigw-id', ids.extendedRequestId],
  ];
}

function defaultBody({ message, messageKey }: GatewayFailure): string {
  return JSON.stringify({ [messageKey ?? 'message']: message });
}

function describeFailure(status: number, { errorType, because }: GatewayFailure): string {
  return `${status} ${errorType.replace(/Exception$/, '')}: ${because}`;
}

function compileResponse(response: GatewayResponse, address: string): CompiledResponse {
  const where = `Gateway response ${response.responseType} of ${address}`;
  const status = responseStatus(response, where);
  const headers = Object.entries(response.parameters).map(
    ([target, text]) =>
      [headerName(target, where), compileParameter(text, `${target} of ${where}`)] as const,
  );
  const [contentType, template] =
    Object.entries(response.templates).find(([type]) => type === 'application/json') ??
    Object.entries(response.templates)[0] ??
    [];
  return {
    ...(status !== undefined && { status }),
    headers,
    ...(contentType !== undefined &&
      template !== undefined &&
      !isDefaultTemplate(contentType, template) && {
        template: { contentType, render: compileGatewayTemplate(template, where) },
      }),
  };
}

/**
 * AWS's own template, written out. It is what API Gateway reports for every type it was given none for, and yet access denied by IAM
 * says `Message` there; so to state it changes nothing.
 */
function isDefaultTemplate(contentType: string, template: string): boolean {
  return (
    contentType === 'application/json' &&
    template.replace(/\s/g, '') === '{"message":$context.error.messageString}'
  );
}

function headerName(target: string, where: string): string {
  const name = /^gatewayresponse\.header\.([\w-]+)$/.exec(target)?.[1];
  if (name !== undefined) return name;
  throw new BootError(
    'ERR_API_GATEWAY_PARAMETER',
    `${where} sets ${target}, which is not emulated: only gatewayresponse.header.<name> is (apps/local-cloud/src/api-gateway/failures/gateway-responses.ts).`,
  );
}

function assertKnownType({ responseType }: GatewayResponse, address: string): void {
  if (RESPONSE_TYPES.some((known) => known === responseType)) return;
  throw new BootError(
    'ERR_API_GATEWAY_RESPONSE_TYPE',
    `${address} has a gateway response of the unknown type ${responseType}; expected one of ${RESPONSE_TYPES.join(', ')}.`,
  );
}
