import { known } from '@gatehouse/terraform-json';

import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asBoolean, asMapOf, asNumberWithin, asOneOf, asText, type ReadAs } from '../json-types';
import type {
  ContentHandling,
  Integration,
  IntegrationResponse,
  Method,
  MethodResponse,
} from '../model-api';
import { asTextLike } from '../refused-by-aws';
import { withoutUndefined } from '../without-undefined';
import { readRequestPart, type RequestPart } from './api-validation';
import type { Owned } from './owned';

export interface MethodPart extends Pick<
  Method,
  'address' | 'authorization' | 'apiKeyRequired' | 'httpMethod' | 'resourceId'
> {
  /** What integrations and responses name as their owner. */
  readonly key: string;
  readonly request: RequestPart;
}

export type IntegrationPart =
  | Extract<Integration, { readonly type: 'AWS_PROXY' }>
  | Omit<Extract<Integration, { readonly type: 'MOCK' }>, 'responses'>;

/** A state says nothing with an empty text. */
const asContentHandling: ReadAs<ContentHandling | undefined> = (json, where) =>
  json === '' ? undefined : asOneOf('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY')(json, where);

/** The longest an integration may take unless it says less. Source: API Gateway API reference, "PutIntegration" (timeoutInMillis). */
const DEFAULT_TIMEOUT_MS = 29_000;

/** `GET of resource <id> of API <id>`. */
function readKey(block: BlockReader): string {
  return `${block.text('http_method')} of resource ${block.text('resource_id')} of API ${block.text('rest_api_id')}`;
}

/** Source of the words: LocalStack's apigateway provider, whose tests run against AWS too. */
const asHttpMethod = asTextLike(
  /^(?:GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY)$/,
  'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  'Write one of them, in upper case.',
);

/** Source: API Gateway API reference, "PutMethod". */
export function readMethod(block: BlockReader): Owned<MethodPart> {
  // A name for generated SDKs.
  block.ignore('operation_name');
  block.unsupported('authorization_scopes', 'no authorizer looks at scopes');
  block.unsupported('authorizer_id', 'authorizers are not asked');
  const authorization = block.requiredValue('authorization', asText);
  if (authorization.kind === 'known' && !['AWS_IAM', 'NONE'].includes(authorization.value)) {
    block.reportUnsupported(
      'authorization',
      `only AWS_IAM and NONE are decided; with ${authorization.value}, nobody can tell who may call`,
    );
  }
  const apiKeyRequired = block.value('api_key_required', asBoolean) ?? known(false);
  block.value('http_method', asHttpMethod);
  const method = {
    address: block.address,
    key: readKey(block),
    httpMethod: block.text('http_method'),
    resourceId: block.text('resource_id'),
    authorization,
    apiKeyRequired,
    request: readRequestPart(block),
  };
  return { address: block.address, owner: block.text('rest_api_id'), value: method };
}

export function readMethodResponse(block: BlockReader): Owned<MethodResponse> {
  // Models describe answers to readers of the API, they do not change them.
  block.ignore('response_models');
  const response = {
    statusCode: block.text('status_code'),
    parameters: block.optional('response_parameters', asMapOf(asBoolean)) ?? {},
  };
  return { address: block.address, owner: readKey(block), value: response };
}

/** Source: API Gateway API reference, "PutIntegration". */
export function readIntegration(block: BlockReader): Owned<IntegrationPart> {
  block.ignore('cache_key_parameters', 'cache_namespace', 'tls_config');
  block.unsupported('connection_id', 'integrations are not reached through a network');
  block.unsupported('credentials', 'functions are invoked by their permissions, not by a role');
  block.unsupported('request_parameters', 'request parameters are not mapped');
  const owned = { address: block.address, owner: readKey(block) };
  const type = block.text('type');
  if (type === 'MOCK') return { ...owned, value: readMock(block) };
  if (type === 'AWS_PROXY') return { ...owned, value: readProxy(block) };
  const words =
    `${block.where('type')} is ${type}, but only AWS_PROXY and MOCK are modelled. ` +
    'Use one of them for what is played. To teach it, begin in libs/auth-model/src/readers/api-method.ts.';
  block.refused('type', new AuthModelError('ERR_MODEL_UNSUPPORTED', words));
  // Whatever it leads to: who may call the method is asked before it.
  block.ignore(...block.names());
  return { ...owned, value: proxyTo(`\${${block.where('uri')}}`) };
}

/** @param timeoutMs @default the longest */
export function proxyTo(
  functionArn: string,
  timeoutMs: number = DEFAULT_TIMEOUT_MS,
): Extract<IntegrationPart, { readonly type: 'AWS_PROXY' }> {
  return { type: 'AWS_PROXY', functionArn, timeoutMs };
}

function readMock(block: BlockReader): IntegrationPart {
  // Nothing is called and nothing is transferred: AWS takes these, and does nothing with them.
  block.told('response_transfer_mode');
  block.ignore('connection_type', 'integration_http_method', 'timeout_milliseconds', 'uri');
  const asBehavior = asOneOf('WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER');
  return {
    type: 'MOCK',
    passthroughBehavior: block.optional('passthrough_behavior', asBehavior) ?? 'WHEN_NO_MATCH',
    requestTemplates: block.optional('request_templates', asMapOf(asText)) ?? {},
    ...withoutUndefined({
      contentHandling: block.optional('content_handling', asContentHandling),
    }),
  };
}

/** AWS raises the 29 seconds for an account that asks. Source: hashicorp/aws, aws_api_gateway_integration. */
const asTimeout = asNumberWithin(50, 300_000);

function readProxy(block: BlockReader): IntegrationPart {
  block.unsupported('content_handling', 'bodies are handed over as their content type says');
  // A proxy integration hands the request over as it is. The default of the connection is the internet.
  block.ignore('connection_type', 'passthrough_behavior', 'request_templates');
  const verb = block.text('integration_http_method');
  if (verb !== 'POST') {
    const words = `${block.where('integration_http_method')} is ${verb}, but functions are only invoked with POST.`;
    block.refused('integration_http_method', new AuthModelError('ERR_MODEL_INVALID_VALUE', words));
  }
  if ((block.optional('response_transfer_mode', asText) ?? 'BUFFERED') !== 'BUFFERED') {
    block.reportUnsupported('response_transfer_mode', 'answers are not streamed');
  }
  return proxyTo(
    functionArnOf(block, block.text('uri')),
    block.optional('timeout_milliseconds', asTimeout),
  );
}

/** The function inside `arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<arn>/invocations`, stage variables and all. */
function functionArnOf(block: BlockReader, uri: string): string {
  const arn = /:lambda:path\/[0-9-]+\/functions\/(.+)\/invocations$/.exec(uri)?.[1];
  if (arn !== undefined) return arn;
  const words = `${block.where('uri')} must be the invoke_arn of a function, but is ${uri}.`;
  block.refused('uri', new AuthModelError('ERR_MODEL_INVALID_VALUE', words));
  return uri;
}

/** Source: API Gateway API reference, "PutIntegrationResponse". */
export function readIntegrationResponse(block: BlockReader): Owned<IntegrationResponse> {
  const response = {
    statusCode: block.text('status_code'),
    parameters: block.optional('response_parameters', asMapOf(asText)) ?? {},
    templates: block.optional('response_templates', asMapOf(asText)) ?? {},
    ...withoutUndefined({
      selectionPattern: block.optional('selection_pattern', asText),
      contentHandling: block.optional('content_handling', asContentHandling),
    }),
  };
  return { address: block.address, owner: readKey(block), value: response };
}
