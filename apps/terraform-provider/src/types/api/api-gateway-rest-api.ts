import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { Settled, SettledValues } from '../../resource/values';
import { blocksOf } from '../reading';
import { text } from './api-objects';

const MAX_COMPRESSION_BYTES = 10_485_760;

/** What AWS makes where nothing is said: an API that CloudFront stands before. */
function endpoint(values: SettledValues): SettledValues {
  const [configured = {}] = blocksOf(values, 'endpoint_configuration');
  const types: Settled = configured.types ?? ['EDGE'];
  const isPrivate = Array.isArray(types) && types.includes('PRIVATE');
  return {
    types,
    ip_address_type: configured.ip_address_type ?? (isPrivate ? 'dualstack' : 'ipv4'),
    vpc_endpoint_ids: configured.vpc_endpoint_ids ?? [],
  };
}

/** The stand-in would make an API without methods of it, and nobody would know. */
const isNotImported: Check = (values) =>
  text(values, 'body') === ''
    ? undefined
    : 'body is an OpenAPI document, which the stand-in does not read: declare aws_api_gateway_resource, aws_api_gateway_method and aws_api_gateway_integration.';

/** Source: AWS provider, rest_api.go, `endpointConfigurationPlantimeValidate`. */
const privateIsDualStack: Check = (values) =>
  blocksOf(values, 'endpoint_configuration').some(
    ({ types, ip_address_type }) =>
      Array.isArray(types) && types.includes('PRIVATE') && ip_address_type === 'ipv4',
  )
    ? 'endpoint_configuration type "PRIVATE" requires ip_address_type "dualstack"'
    : undefined;

const compressionFits: Check = (values) => {
  const size = text(values, 'minimum_compression_size');
  if (size === '') return undefined;
  if (/^(-1|\d+)$/.test(size) && Number(size) <= MAX_COMPRESSION_BYTES) return undefined;
  return `expected minimum_compression_size to be in the range (-1 - ${MAX_COMPRESSION_BYTES}), got ${size}`;
};

export const apiGatewayRestApi: ResourceFacts = {
  type: 'aws_api_gateway_rest_api',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/rest_api.go @00a35305 (2026)',
  optionalComputed: [
    'api_key_source',
    'binary_media_types',
    'description',
    'disable_execute_api_endpoint',
    'endpoint_configuration',
    'endpoint_configuration.ip_address_type',
    'endpoint_configuration.vpc_endpoint_ids',
    'minimum_compression_size',
    'policy',
  ],
  defaults: { put_rest_api_mode: 'overwrite' },
  allowed: {
    api_key_source: ['HEADER', 'AUTHORIZER'],
    'endpoint_configuration.ip_address_type': ['ipv4', 'dualstack'],
    'endpoint_configuration.types': ['REGIONAL', 'EDGE', 'PRIVATE'],
    put_rest_api_mode: ['merge', 'overwrite'],
  },
  create(values, cloud) {
    const id = cloud.newId('rest-api', text(values, 'name'));
    return {
      id,
      arn: `arn:aws:apigateway:${cloud.region}::/restapis/${id}`,
      execution_arn: `arn:aws:execute-api:${cloud.region}:${cloud.accountId}:${id}`,
      root_resource_id: cloud.newId('api-root-resource', id),
      created_date: cloud.now(),
      api_key_source: values.api_key_source ?? 'HEADER',
      endpoint_configuration: [endpoint(values)],
    };
  },
  update: (values) => ({ endpoint_configuration: [endpoint(values)] }),
  checks: [isNotImported, privateIsDualStack, compressionFits],
};
