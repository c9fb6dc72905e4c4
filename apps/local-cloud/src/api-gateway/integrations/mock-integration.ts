import type { Integration as IntegrationModel, Method, RestApi } from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import type { HttpResponse } from '../../http/message';
import type { AdmittedExchange } from '../exchange';
import { failure, type GatewayFailure } from '../failures/gateway-failure';
import { mediaTypeOf } from '../media-type';
import { answered, failed, type Integration } from './integration';
import { isBinary } from './media-types';
import { compileMockAnswers, type MockAnswer } from './mock-answers';

type MockModel = Extract<IntegrationModel, { readonly type: 'MOCK' }>;

/**
 * A mock integration: the request template names a status, the integration response of that status is the answer.
 * Only `{"statusCode": <number>}` is emulated as a request template.
 * Source: API Gateway Developer Guide, "Mock integrations for REST APIs".
 * @throws BootError for a template, mapping or status that is not emulated or that AWS would refuse
 */
export function createMockIntegration(
  api: Pick<RestApi, 'binaryMediaTypes'>,
  method: Method,
  mock: MockModel,
): Integration {
  const select = compileMockAnswers(api, method, mock.responses);
  const byType = new Map(
    Object.entries(mock.requestTemplates).map(([type, template]) => {
      const status = statusOf(template, method);
      return [type.toLowerCase(), select(status) ?? refuseStatus(status, method)] as const;
    }),
  );
  return (exchange, because) => {
    const sent = mediaTypeOf(exchange.headers);
    const found =
      refuseBinary(api, mock, sent) ??
      byType.get(sent) ??
      refuseType(mock, sent) ??
      select(statusOfBody(exchange.request.body)) ??
      failure('configuration', `the body, passed on as ${sent} has no template, names no status`);
    return Promise.resolve(
      'responseType' in found ? failed(found) : answered(toResponse(found, exchange, because)),
    );
  };
}

/**
 * A binary body cannot be a template's input, and where every type is binary, so is the body that a preflight does not have.
 * Source: API Gateway Developer Guide, "Content type conversions in API Gateway"; aws/serverless-application-model#553.
 */
function refuseBinary(
  { binaryMediaTypes }: Pick<RestApi, 'binaryMediaTypes'>,
  { contentHandling }: MockModel,
  sent: string,
): GatewayFailure | undefined {
  if (contentHandling === 'CONVERT_TO_TEXT' || !isBinary(binaryMediaTypes, sent)) return undefined;
  return failure(
    'configuration',
    `${sent} is a binary media type, which a mock integration cannot read: set content_handling to CONVERT_TO_TEXT`,
  );
}

/** Source: API Gateway Developer Guide, "Integration request behavior for payloads without mapping templates". */
function refuseType(
  { passthroughBehavior, requestTemplates }: MockModel,
  sent: string,
): GatewayFailure | undefined {
  const isPassedOn =
    passthroughBehavior === 'WHEN_NO_MATCH' ||
    (passthroughBehavior === 'WHEN_NO_TEMPLATES' && Object.keys(requestTemplates).length === 0);
  if (isPassedOn) return undefined;
  return failure('unsupportedMediaType', `no request template for ${sent}: ${passthroughBehavior}`);
}

function statusOf(template: string, method: Method): string {
  const status = /^\s*\{\s*"statusCode"\s*:\s*(\d{3})\s*\}\s*$/.exec(template)?.[1];
  if (status !== undefined) return status;
  throw new BootError(
    'ERR_API_GATEWAY_TEMPLATE',
    `The mock integration of ${method.address} has the request template ${JSON.stringify(template)}, which is not emulated: only {"statusCode": <number>} is (apps/local-cloud/src/api-gateway/integrations/mock-integration.ts).`,
  );
}

function refuseStatus(status: string, method: Method): never {
  throw new BootError(
    'ERR_API_GATEWAY_MOCK',
    `The mock integration of ${method.address} has no integration response for status ${status}: every call would be a 500.`,
  );
}

/** What is passed on in place of a template says the status itself. */
function statusOfBody(body: Buffer): string | undefined {
  return /^\s*\{\s*"statusCode"\s*:\s*(\d{3})\s*[,}]/.exec(body.toString('latin1'))?.[1];
}

function toResponse(answer: MockAnswer, exchange: AdmittedExchange, because: string): HttpResponse {
  const { ids } = exchange;
  const chosen = answer.chooseOrigin?.(exchange.request);
  const headers = answer.headers.filter(
    ([name]) => chosen === undefined || name.toLowerCase() !== 'access-control-allow-origin',
  );
  return {
    status: answer.status,
    headers: [
      ['Content-Type', answer.contentType],
      ['x-amzn-RequestId', ids.requestId],
      ['x-amz-apigw-id', ids.extendedRequestId],
      ...headers,
      ...(chosen === undefined ? [] : [['Access-Control-Allow-Origin', chosen] as const]),
    ],
    body: answer.body,
    decision: `${answer.status} ${because}`,
  };
}
