import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import {
  apiExists,
  integrationExists,
  methodExists,
  resourceExists,
  responseId,
} from './api-objects';
import { CONTENT_HANDLING, HTTP_METHODS } from './api-values';
import { importParts } from './import-parts';

const methodResponseExists: Check = (values, cloud) =>
  cloud.find('aws_api_gateway_method_response', responseId('agmr', values)) === undefined
    ? 'NotFoundException: Invalid Response status code specified'
    : undefined;

/** A changed status_code is no replacement: the provider puts the new response beside the old one, and keeps the old id. */
export const apiGatewayIntegrationResponse: ResourceFacts = {
  type: 'aws_api_gateway_integration_response',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/integration_response.go at bbb4af8 (v5, SDK for Go v2), which the changelog of v6.0.0 to ' +
    'v6.25.0 does not change',
  forceNew: ['http_method', 'resource_id', 'rest_api_id'],
  allowed: { content_handling: CONTENT_HANDLING, http_method: HTTP_METHODS },
  conflict: silentOverwrite('aws_api_gateway_integration_response'),
  create: (values) => ({ id: responseId('agir', values) }),
  checks: [apiExists, resourceExists, methodExists, integrationExists, methodResponseExists],
  importId: (named) =>
    ['agir', ...importParts(named, 'REST-API-ID/RESOURCE-ID/HTTP-METHOD/STATUS-CODE')].join('-'),
};
