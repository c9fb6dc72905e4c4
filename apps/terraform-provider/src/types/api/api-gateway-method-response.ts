import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { apiExists, methodExists, resourceExists, responseId, text } from './api-objects';
import { HTTP_METHODS } from './api-values';
import { importParts } from './import-parts';

const statusIsHttp: Check = (values) =>
  /^[1-5]\d\d$/.test(text(values, 'status_code'))
    ? undefined
    : 'BadRequestException: Invalid status code specified';

/** The provider updates in place what AWS knows by its status code only, and AWS does not find it. */
const statusStays: Check = (values) =>
  text(values, 'id') === '' || values.id === responseId('agmr', values)
    ? undefined
    : 'NotFoundException: Invalid Response status code specified';

export const apiGatewayMethodResponse: ResourceFacts = {
  type: 'aws_api_gateway_method_response',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/method_response.go @0657871b (2025, 6.x)',
  forceNew: ['http_method', 'resource_id', 'rest_api_id'],
  allowed: { http_method: HTTP_METHODS },
  conflict: () => 'ConflictException: Response already exists for this resource',
  create: (values) => ({ id: responseId('agmr', values) }),
  checks: [apiExists, resourceExists, methodExists, statusIsHttp, statusStays],
  importId: (named) =>
    ['agmr', ...importParts(named, 'REST-API-ID/RESOURCE-ID/HTTP-METHOD/STATUS-CODE')].join('-'),
};
