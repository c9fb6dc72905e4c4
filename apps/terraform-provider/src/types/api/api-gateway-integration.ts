import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { apiExists, methodExists, methodId, resourceExists, text } from './api-objects';
import { CONTENT_HANDLING, HTTP_METHODS } from './api-values';
import { importParts } from './import-parts';

const MIN_TIMEOUT_MS = 50;
/** The provider's own limit: a response that is not streamed may wait so long after a quota increase. @default on AWS 29 seconds */
const MAX_TIMEOUT_MS = 300_000;
/** Source: API Gateway developer guide, "Stream the integration response": 15 minutes. */
const MAX_STREAMED_TIMEOUT_MS = 900_000;

const isMock = (type: string): boolean => type === 'MOCK';

const hasBackendMethod: Check = (values) =>
  !isMock(text(values, 'type')) && text(values, 'integration_http_method') === ''
    ? 'BadRequestException: Enumeration value for HttpMethod must be non-empty'
    : undefined;

/** AWS takes another verb and then answers every call with 500: the Invoke API knows only POST. Source: AWS provider documentation. */
const proxyPosts: Check = (values) => {
  const verb = text(values, 'integration_http_method');
  if (text(values, 'type') !== 'AWS_PROXY' || verb === 'POST') return undefined;
  return `integration_http_method is ${verb}, expected POST: a Lambda function is invoked with POST, whatever the method of the route is.`;
};

const uriFits: Check = (values) => {
  const [type, uri] = [text(values, 'type'), text(values, 'uri')];
  if (type.startsWith('HTTP')) {
    if (/^https?:\/\/./.test(uri)) return undefined;
    return 'BadRequestException: Invalid HTTP endpoint specified for URI';
  }
  if (!type.startsWith('AWS')) return undefined;
  if (!uri.startsWith('arn:')) return 'BadRequestException: Invalid ARN specified in the request';
  if (/:(path|action)\//.test(uri)) return undefined;
  return 'BadRequestException: AWS ARN for integration must contain path or action';
};

const timeoutFits: Check = (values) => {
  const timeout = values.timeout_milliseconds;
  const max =
    text(values, 'response_transfer_mode') === 'STREAM' ? MAX_STREAMED_TIMEOUT_MS : MAX_TIMEOUT_MS;
  if (typeof timeout !== 'number' || (timeout >= MIN_TIMEOUT_MS && timeout <= max))
    return undefined;
  return `expected timeout_milliseconds to be in the range (${MIN_TIMEOUT_MS} - ${max}), got ${timeout}`;
};

const linkIsNamed: Check = (values) =>
  text(values, 'connection_type') === 'VPC_LINK' && text(values, 'connection_id') === ''
    ? 'connection_type is VPC_LINK: connection_id must name the link'
    : undefined;

export const apiGatewayIntegration: ResourceFacts = {
  type: 'aws_api_gateway_integration',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/integration.go (6.x, timeout to 300000); response_transfer_mode and integration_target, which are later, from the published provider schema and integration_list_test.go',
  optionalComputed: ['cache_namespace', 'passthrough_behavior', 'response_transfer_mode'],
  forceNew: [
    'credentials',
    'http_method',
    'integration_http_method',
    'passthrough_behavior',
    'resource_id',
    'rest_api_id',
    'type',
  ],
  defaults: { connection_type: 'INTERNET', timeout_milliseconds: 29_000 },
  allowed: {
    connection_type: ['INTERNET', 'VPC_LINK'],
    content_handling: CONTENT_HANDLING,
    http_method: HTTP_METHODS,
    integration_http_method: HTTP_METHODS,
    passthrough_behavior: ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'],
    response_transfer_mode: ['BUFFERED', 'STREAM'],
    type: ['HTTP', 'AWS', 'MOCK', 'HTTP_PROXY', 'AWS_PROXY'],
  },
  conflict: silentOverwrite('aws_api_gateway_integration'),
  create: (values) => ({
    id: methodId('agi', values),
    cache_namespace: values.cache_namespace ?? text(values, 'resource_id'),
    passthrough_behavior: values.passthrough_behavior ?? 'WHEN_NO_MATCH',
    response_transfer_mode: values.response_transfer_mode ?? 'BUFFERED',
  }),
  checks: [
    apiExists,
    resourceExists,
    methodExists,
    hasBackendMethod,
    proxyPosts,
    uriFits,
    timeoutFits,
    linkIsNamed,
  ],
  importId: (named) =>
    ['agi', ...importParts(named, 'REST-API-ID/RESOURCE-ID/HTTP-METHOD')].join('-'),
};
