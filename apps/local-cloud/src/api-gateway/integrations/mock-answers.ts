import type { IntegrationResponse, Method, RestApi } from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import { quotedConstant } from '../failures/parameter-expression';
import { compileOriginChoice, type OriginChoice } from './allowed-origin-template';

type Header = readonly [name: string, value: string];

/** An integration response, ready to be sent. */
export interface MockAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly contentType: string;
  readonly chooseOrigin?: OriginChoice;
}

/** The answer whose pattern matches the status, else the one without a pattern. */
export type SelectAnswer = (status: string | undefined) => MockAnswer | undefined;

/** @throws BootError for a template, mapping or pattern that is not emulated or that AWS would refuse */
export function compileMockAnswers(
  api: Pick<RestApi, 'binaryMediaTypes'>,
  method: Method,
  responses: readonly IntegrationResponse[],
): SelectAnswer {
  const compiled = responses.map((response) => ({
    pattern: compilePattern(response, method),
    answer: compileAnswer(api, response, method),
  }));
  const byDefault = compiled.find(({ pattern }) => pattern === undefined)?.answer;
  return (status) =>
    status === undefined
      ? undefined
      : (compiled.find(({ pattern }) => pattern?.test(status))?.answer ?? byDefault);
}

function compilePattern(
  { selectionPattern, statusCode }: IntegrationResponse,
  method: Method,
): RegExp | undefined {
  if (selectionPattern === undefined || selectionPattern === '') return undefined;
  try {
    return new RegExp(`^(?:${selectionPattern})$`);
  } catch {
    throw new BootError(
      'ERR_API_GATEWAY_MOCK',
      `The integration response ${statusCode} of ${method.address} has the selection pattern ${JSON.stringify(selectionPattern)}, which is no regular expression that is understood here.`,
    );
  }
}

function compileAnswer(
  { binaryMediaTypes }: Pick<RestApi, 'binaryMediaTypes'>,
  response: IntegrationResponse,
  method: Method,
): MockAnswer {
  const [contentType, template] = Object.entries(response.templates)[0] ?? ['application/json', ''];
  const chooseOrigin = compileOriginChoice(template);
  const body = chooseOrigin === undefined ? plainText(template, method) : '';
  const isText = response.contentHandling === 'CONVERT_TO_TEXT' || binaryMediaTypes.length === 0;
  if (response.contentHandling === 'CONVERT_TO_BINARY' || (body.trim() !== '' && !isText)) {
    throw new BootError(
      'ERR_API_GATEWAY_BINARY',
      `The integration response ${response.statusCode} of ${method.address} would make its text binary, which is not emulated: set its content_handling to CONVERT_TO_TEXT, or add it to apps/local-cloud/src/api-gateway/integrations/mock-answers.ts.`,
    );
  }
  return {
    status: Number(response.statusCode),
    headers: Object.entries(response.parameters).map(([target, text]) =>
      compileHeader(target, text, response.statusCode, method),
    ),
    contentType,
    body,
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
    `${target} of ${method.address} is ${text}, which is not emulated in an integration response: use a constant in single quotes (AWS allows no method.request.… here), or add it to apps/local-cloud/src/api-gateway/integrations/mock-answers.ts.`,
  );
}

function plainText(template: string, method: Method): string {
  if (!/[$#]/.test(template)) return template;
  throw new BootError(
    'ERR_API_GATEWAY_TEMPLATE',
    `The integration response of ${method.address} has a template that is not emulated: plain text and the choice of an allowed origin are (apps/local-cloud/src/api-gateway/integrations/allowed-origin-template.ts).`,
  );
}
