import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { text } from './api-objects';

const MIN_LENGTH = 20;
const MAX_LENGTH = 128;

const valueHasLength: Check = ({ value }) => {
  if (typeof value !== 'string') return undefined;
  if (value.length >= MIN_LENGTH && value.length <= MAX_LENGTH) return undefined;
  // The value is a secret: the provider would print it here.
  return `expected length of value to be in the range (${MIN_LENGTH} - ${MAX_LENGTH}), got ${value.length} characters`;
};

const valueIsFree: Check = ({ id, value }, cloud) =>
  typeof value === 'string' &&
  cloud.all('aws_api_gateway_api_key').some((key) => key.value === value && key.id !== id)
    ? 'ConflictException: API Key already exists'
    : undefined;

export const apiGatewayApiKey: ResourceFacts = {
  type: 'aws_api_gateway_api_key',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/api_key.go @52740ef1 (customer_id, name not ForceNew)',
  optionalComputed: ['value'],
  forceNew: ['value'],
  defaults: { description: 'Managed by Terraform', enabled: true },
  sensitive: ['value'],
  create(values, cloud) {
    const name = text(values, 'name');
    const id = cloud.newId('api-key', name);
    const now = cloud.now();
    return {
      id,
      arn: `arn:aws:apigateway:${cloud.region}::/apikeys/${id}`,
      value: values.value ?? cloud.newId('api-key-value', name),
      created_date: now,
      last_updated_date: now,
    };
  },
  checks: [valueHasLength, valueIsFree],
};
