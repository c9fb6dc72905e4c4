import type {
  Integration as IntegrationModel,
  IntegrationResponse,
  Method,
} from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import type { HttpResponse } from '../../http/message';
import type { AdmittedExchange } from '../exchange';
import { quotedConstant } from '../failures/parameter-expression';
import { failure } from '../failures/gateway-failure';
import { firstHeader } from '../request-headers';
import { compileOriginChoice, type OriginChoice } from './allowed-origin-template';
import { answered, failed, type Integration } from './integration';

type MockModel = Extract<IntegrationModel, { readonly type: 'MOCK' }>;
type Header = readonly [name: string, value: string];

interface MockAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly contentType: string;
  readonly chooseOrigin?: OriginChoice;
}

/**
 * A mock integration: the request template names a status, the integration response of that status is the answer.
 * Only `{"statusCode": <number>}` is emulated as a request template.
 * Source: API Gateway Developer Guide, "Mock integrations for REST APIs".
 * @throws BootError for a template, mapping or status that is not emulated or that AWS would refuse
 */
export function createMockIntegration(method: Method, mock: MockModel): Integration {
  const answers = new Map<string, MockAnswer>();
  for (const [contentType, template] of Object.entries(mock.requestTemplates)) {
    answers.set(
      contentType,
      compileAnswer(selectResponse(mock, statusOf(template, method), method), method),
    );
  }
  return (exchange, because) => {
    const sent = firstHeader(exchange.headers, 'content-type')?.split(';', 1)[0]?.trim();
    const answer = answers.get(sent ?? 'application/json');
    const outcome =
      answer === undefined
        ? failed(
            failure(
              'configuration',
              `the mock integration has no request template for ${sent ?? 'application/json'}`,
            ),
          )
        : answered(toResponse(answer, exchange, because));
    return Promise.resolve(outcome);
  };
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

function statusOf(template: string, method: Method): string {
  const status = /^\s*\{\s*"statusCode"\s*:\s*(\d{3})\s*\}\s*$/.exec(template)?.[1];
  if (status !== undefined) return status;
  throw new BootError(
    'ERR_API_GATEWAY_TEMPLATE',
    `The mock integration of ${method.address} has the request template ${JSON.stringify(template)}, which is not emulated: only {"statusCode": <number>} is (apps/local-cloud/src/api-gateway/integrations/mock-integration.ts).`,
  );
}

/** The response whose pattern matches the status, else the one without a pattern. */
function selectResponse(mock: MockModel, status: string, method: Method): IntegrationResponse {
  const selected =
    mock.responses.find(
      ({ selectionPattern: pattern }) =>
        pattern !== undefined && pattern !== '' && new RegExp(`^(?:${pattern})$`).test(status),
    ) ??
    mock.responses.find(({ selectionPattern: pattern }) => pattern === undefined || pattern === '');
  if (selected !== undefined) return selected;
  throw new BootError(
    'ERR_API_GATEWAY_MOCK',
    `The mock integration of ${method.address} has no integration response for status ${status}: every call would be a 500.`,
  );
}

function compileAnswer(response: IntegrationResponse, method: Method): MockAnswer {
  const [contentType, template] = Object.entries(response.templates)[0] ?? ['application/json', ''];
  const chooseOrigin = compileOriginChoice(template);
  return {
    status: Number(response.statusCode),
    headers: Object.entries(response.parameters).map(([target, text]) =>
      compileHeader(target, text, response.statusCode, method),
    ),
    contentType,
    body: chooseOrigin === undefined ? plainText(template, method) : '',
    ...(chooseOrigin && { chooseOrigin }),
  };
}

function compileHeader(target: string, text: string, statusCode: string, method: Method): Header {
  const name = /^method\.response\.header\.([\w-]+)$/.exec(target)?.[1];
  const value = quotedConstant(text);
  const declared = method.responses.find((one) => one.statusCode === statusCode);
  if (declared === undefined || !Object.hasOwn(declared.parameters, target)) {
    throw new BootError(
      'ERR_API_GATEWAY_MOCK',
      `${target} is set by the integration response ${statusCode} of ${method.address}, and the method response ${statusCode} does not declare it: AWS refuses that.`,
    );
  }
  if (name !== undefined && value !== undefined) return [name, value];
  throw new BootError(
    'ERR_API_GATEWAY_PARAMETER',
    `${target} of ${method.address} is ${text}, which is not emulated in an integration response: use a constant in single quotes (AWS allows no method.request.… here), or add it to apps/local-cloud/src/api-gateway/integrations/mock-integration.ts.`,
  );
}

function plainText(template: string, method: Method): string {
  if (!/[$#]/.test(template)) return template;
  throw new BootError(
    'ERR_API_GATEWAY_TEMPLATE',
    `The integration response of ${method.address} has a template that is not emulated: plain text and the choice of an allowed origin are (apps/local-cloud/src/api-gateway/integrations/allowed-origin-template.ts).`,
  );
}
