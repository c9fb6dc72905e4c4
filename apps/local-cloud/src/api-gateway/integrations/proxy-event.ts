import type { AuthModel, RestApi } from '@gatehouse/auth-model';

import type { AdmittedExchange } from '../exchange';
import { firstHeader } from '../../http/request-headers';
import { isBinary } from './media-types';
import { passedHeaders } from './passed-headers';
import { lastValues, parseQuery } from './query-parameters';
import { requestContext } from './request-context';

/**
 * The event of a Lambda proxy integration, payload version 1.0.
 * Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration".
 */
export function proxyEvent(
  exchange: AdmittedExchange,
  api: Pick<RestApi, 'id' | 'binaryMediaTypes'>,
  model: Pick<AuthModel, 'accountId'>,
): Record<string, unknown> {
  const { request, method, place, stage, pathParameters } = exchange;
  const query = parseQuery(request.rawQuery);
  return {
    resource: method.resourcePath,
    path: place.path,
    httpMethod: request.method,
    ...passedHeaders(exchange),
    queryStringParameters: query === null ? null : lastValues(query),
    multiValueQueryStringParameters: query,
    pathParameters,
    stageVariables: Object.keys(stage.variables).length > 0 ? stage.variables : null,
    requestContext: requestContext(exchange, api, model),
    ...eventBody(exchange, api),
  };
}

function eventBody(
  { request, headers }: AdmittedExchange,
  { binaryMediaTypes }: Pick<RestApi, 'binaryMediaTypes'>,
): { readonly body: string | null; readonly isBase64Encoded: boolean } {
  if (request.body.length === 0) return { body: null, isBase64Encoded: false };
  const binary = isBinary(binaryMediaTypes, firstHeader(headers, 'content-type'));
  return { body: request.body.toString(binary ? 'base64' : 'utf8'), isBase64Encoded: binary };
}
