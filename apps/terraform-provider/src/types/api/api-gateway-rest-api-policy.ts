import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { apiExists, text } from './api-objects';

const policyIsJson: Check = (values) => {
  try {
    JSON.parse(text(values, 'policy'));
    return undefined;
  } catch (error) {
    return `"policy" contains an invalid JSON: ${error instanceof Error ? error.message : 'not to be read'}`;
  }
};

export const apiGatewayRestApiPolicy: ResourceFacts = {
  type: 'aws_api_gateway_rest_api_policy',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/rest_api_policy.go at 3765529 (end of 2025, v6.2x)',
  forceNew: ['rest_api_id'],
  conflict: silentOverwrite('aws_api_gateway_rest_api_policy'),
  create: (values) => ({ id: text(values, 'rest_api_id') }),
  checks: [apiExists, policyIsJson],
};
