import type { PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

import type { BlockReader } from '../block-reader';
import { asMapOf, asOneOf, asText, asTexts } from '../json-types';
import type { GatewayResponse, RestApi } from '../model-api';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';
import { asPolicy } from './policy';

export type RestApiPart = Omit<RestApi, 'methods' | 'models' | 'gatewayResponses' | 'stages'>;

/** Source: API Gateway API reference, "CreateRestApi". */
export function readRestApi(block: BlockReader): RestApiPart {
  block.ignore('description', 'fail_on_warnings', 'parameters', 'put_rest_api_mode');
  block.told('arn', 'created_date', 'execution_arn', 'root_resource_id');
  block.refuse('body', 'methods are read from their own resources, not from an OpenAPI document');
  block.unsupported('minimum_compression_size', 'answers are not compressed');
  if (block.boolean('disable_execute_api_endpoint', false)) {
    block.refuse(
      'disable_execute_api_endpoint',
      'custom domains are not modelled, so nothing could be called',
    );
  }
  const endpoint = block.block('endpoint_configuration');
  endpoint?.ignore('ip_address_type');
  const [type = 'EDGE'] = endpoint?.optional('types', asTexts) ?? [];
  if (type === 'PRIVATE')
    endpoint?.refuse('types', 'a private API can be called from its network only');
  endpoint?.end();
  const name = block.text('name');
  return {
    address: block.address,
    id: block.computed('id'),
    name,
    executionArn: block.computed('execution_arn'),
    rootResourceId: block.computed('root_resource_id'),
    apiKeySource: block.optional('api_key_source', asOneOf('HEADER', 'AUTHORIZER')) ?? 'HEADER',
    binaryMediaTypes: block.optional('binary_media_types', asTexts) ?? [],
    ...withoutUndefined({
      policy: block.value('policy', asPolicy(`resource policy of API ${name}`, 'resource')),
    }),
  };
}

export function readRestApiPolicy(block: BlockReader): Owned<Value<PolicyDocument>> {
  const owner = block.text('rest_api_id');
  const policy = block.requiredValue(
    'policy',
    asPolicy(`resource policy of API ${owner}`, 'resource'),
  );
  return { address: block.address, owner, value: policy };
}

/** Source: API Gateway API reference, "PutGatewayResponse". */
export function readGatewayResponse(block: BlockReader): Owned<GatewayResponse> {
  const response = {
    responseType: block.text('response_type'),
    parameters: block.optional('response_parameters', asMapOf(asText)) ?? {},
    templates: block.optional('response_templates', asMapOf(asText)) ?? {},
    ...withoutUndefined({ statusCode: block.optional('status_code', asText) }),
  };
  return { address: block.address, owner: block.text('rest_api_id'), value: response };
}
