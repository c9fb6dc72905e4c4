import type { RestApi } from '@gatehouse/auth-model';

import { firstHeader } from '../../http/request-headers';
import type { Exchange, RoutedExchange } from '../exchange';
import { toLogTime } from '../log-time';
import { splitStagePath } from '../routing/stage-path';
import type { GatewayFailure } from './gateway-failure';

/** What a gateway response template or parameter may look at. */
export interface FailureContext {
  readonly failure: GatewayFailure;
  readonly exchange: FailedExchange;
  readonly api: FailedApi;
}

/** One that failed before it found its method has no method, and no parameters of a path. */
export type FailedExchange = Exchange & Partial<Pick<RoutedExchange, 'method' | 'pathParameters'>>;

/** Of the API, what its gateway responses may name. */
export type FailedApi = Pick<RestApi, 'address' | 'id' | 'executionArn' | 'stages'>;

/** `undefined` when the request has no such value. */
export type ReadContext = (context: FailureContext) => string | undefined;

/** Source: API Gateway Developer Guide, "Variables for data models, mapping templates, and gateway responses". */
const CONTEXT_VARIABLES: Readonly<Record<string, ReadContext>> = {
  accountId: ({ api }) => api.executionArn.split(':')[4],
  apiId: ({ api }) => api.id,
  domainName: ({ exchange }) => firstHeader(exchange.headers, 'host'),
  'error.message': ({ failure }) => failure.message,
  'error.messageString': ({ failure }) => JSON.stringify(failure.message),
  'error.responseType': ({ failure }) => failure.responseType,
  // It stands between quotes in everybody's templates, and it holds some.
  'error.validationErrorString': ({ failure: { validationError } }) =>
    validationError && JSON.stringify(validationError).slice(1, -1),
  extendedRequestId: ({ exchange }) => exchange.ids.extendedRequestId,
  httpMethod: ({ exchange }) => exchange.request.method,
  'identity.sourceIp': ({ exchange }) => exchange.request.sourceIp,
  'identity.userAgent': ({ exchange }) => firstHeader(exchange.headers, 'user-agent'),
  path: ({ exchange }) => splitStagePath(exchange.request.rawPath)?.contextPath,
  protocol: () => 'HTTP/1.1',
  requestId: ({ exchange }) => exchange.ids.requestId,
  requestTime: ({ exchange }) => toLogTime(exchange.request.receivedAtMs),
  requestTimeEpoch: ({ exchange }) => String(exchange.request.receivedAtMs),
  resourceId: ({ exchange }) => exchange.method?.resourceId,
  resourcePath: ({ exchange }) => exchange.method?.resourcePath,
  stage: ({ exchange }) => splitStagePath(exchange.request.rawPath)?.stage,
};

/** For whoever asked for another one. */
export const CONTEXT_VARIABLE_NAMES = Object.keys(CONTEXT_VARIABLES).map(
  (name) => `$context.${name}`,
);

/**
 * What stands behind `context.<name>` or `stageVariables.<name>`. A stage without the variable gives nothing, as on AWS.
 * @returns `undefined` for a name that is not emulated
 */
export function readContext(name: string): ReadContext | undefined {
  const variable = /^stageVariables\.(\w+)$/.exec(name)?.[1];
  if (variable !== undefined) return stageVariable(variable);
  const contextual = name.startsWith('context.') ? name.slice('context.'.length) : '';
  return Object.hasOwn(CONTEXT_VARIABLES, contextual) ? CONTEXT_VARIABLES[contextual] : undefined;
}

function stageVariable(variable: string): ReadContext {
  return ({ api, exchange }) => {
    const name = splitStagePath(exchange.request.rawPath)?.stage;
    const variables = api.stages.find((stage) => stage.name === name)?.variables ?? {};
    return Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  };
}
