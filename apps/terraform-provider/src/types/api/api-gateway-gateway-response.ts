import type { ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { apiExists, text } from './api-objects';
import { importParts } from './import-parts';

/** Source: API Gateway API reference, PutGatewayResponse, responseType. The provider takes any text, AWS does not. */
const RESPONSE_TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;

export const apiGatewayGatewayResponse: ResourceFacts = {
  type: 'aws_api_gateway_gateway_response',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/gateway_response.go of 2024 (v5, SDK for Go v2), which the changelog of v6.0.0 to v6.25.0 ' +
    'does not change',
  forceNew: ['response_type', 'rest_api_id'],
  allowed: { response_type: RESPONSE_TYPES },
  conflict: silentOverwrite('aws_api_gateway_gateway_response'),
  create: (values) => ({
    id: ['aggr', text(values, 'rest_api_id'), text(values, 'response_type')].join('-'),
  }),
  checks: [apiExists],
  importId: (named) => ['aggr', ...importParts(named, 'REST-API-ID/RESPONSE-TYPE')].join('-'),
};
