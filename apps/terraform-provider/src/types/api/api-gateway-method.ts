import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { apiExists, methodId, resourceExists, text } from './api-objects';
import { HTTP_METHODS } from './api-values';
import { importParts } from './import-parts';

const hasAuthorizer: Check = (values) =>
  ['CUSTOM', 'COGNITO_USER_POOLS'].includes(text(values, 'authorization')) &&
  text(values, 'authorizer_id') === ''
    ? 'BadRequestException: Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.'
    : undefined;

export const apiGatewayMethod: ResourceFacts = {
  type: 'aws_api_gateway_method',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/method.go @0657871b (2025, 6.x)',
  forceNew: ['http_method', 'resource_id', 'rest_api_id'],
  defaults: { api_key_required: false },
  allowed: {
    // The provider takes any text, AWS does not. Source: API Gateway API reference, PutMethod, authorizationType.
    authorization: ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'],
    http_method: HTTP_METHODS,
  },
  conflict: () => 'ConflictException: Method already exists for this resource',
  create: (values) => ({ id: methodId('agm', values) }),
  checks: [apiExists, resourceExists, hasAuthorizer],
  importId: (named) =>
    ['agm', ...importParts(named, 'REST-API-ID/RESOURCE-ID/HTTP-METHOD')].join('-'),
};
