import type { GeneratedIdKind } from '../generated-attributes';
import { byDefault, derive, same, type Derivation } from './derivation';

const generatedId = (kind: GeneratedIdKind): Derivation =>
  derive([], (_, { address, generated, region }) => generated.id(kind, address, region));

/** API Gateway's control plane has ARNs without an account. */
const controlArn = (path: string): Derivation =>
  derive(['id'], ({ id }, { region }) => `arn:aws:apigateway:${region}::/${path}/${id}`);

const ofMethod = (prefix: string): Derivation =>
  derive(
    ['rest_api_id', 'resource_id', 'http_method'],
    ({ rest_api_id, resource_id, http_method }) =>
      `${prefix}-${rest_api_id}-${resource_id}-${http_method}`,
  );

const ofMethodStatus = (prefix: string): Derivation =>
  derive(
    ['rest_api_id', 'resource_id', 'http_method', 'status_code'],
    ({ rest_api_id, resource_id, http_method, status_code }) =>
      `${prefix}-${rest_api_id}-${resource_id}-${http_method}-${status_code}`,
  );

/**
 * Source: API Gateway Developer Guide, "Control access for invoking an API" (execute-api ARNs) and "Amazon Resource Names";
 * Lambda API reference, "CreateFunction"; ids as the Terraform AWS provider documents them.
 */
export const API_ATTRIBUTES = {
  aws_api_gateway_rest_api: {
    id: generatedId('rest-api'),
    arn: controlArn('restapis'),
    root_resource_id: generatedId('api-root-resource'),
    execution_arn: derive(
      ['id'],
      ({ id }, { region, accountId }) => `arn:aws:execute-api:${region}:${accountId}:${id}`,
    ),
  },
  aws_api_gateway_resource: {
    id: generatedId('api-resource'),
    path: derive(['id'], ({ id }, { apiResourcePath }) => apiResourcePath(id)),
  },
  aws_api_gateway_request_validator: { id: generatedId('api-part') },
  aws_api_gateway_model: { id: generatedId('api-part') },
  aws_api_gateway_method: { id: ofMethod('agm') },
  aws_api_gateway_integration: { id: ofMethod('agi') },
  aws_api_gateway_method_response: { id: ofMethodStatus('agmr') },
  aws_api_gateway_integration_response: { id: ofMethodStatus('agir') },
  aws_api_gateway_gateway_response: {
    id: derive(
      ['rest_api_id', 'response_type'],
      (values) => `aggr-${values.rest_api_id}-${values.response_type}`,
    ),
  },
  aws_api_gateway_deployment: { id: generatedId('api-deployment') },
  aws_api_gateway_stage: {
    id: derive(
      ['rest_api_id', 'stage_name'],
      (values) => `ags-${values.rest_api_id}-${values.stage_name}`,
    ),
    arn: derive(
      ['rest_api_id', 'stage_name'],
      (values, { region }) =>
        `arn:aws:apigateway:${region}::/restapis/${values.rest_api_id}/stages/${values.stage_name}`,
    ),
    execution_arn: derive(
      ['rest_api_id', 'stage_name'],
      (values, { region, accountId }) =>
        `arn:aws:execute-api:${region}:${accountId}:${values.rest_api_id}/${values.stage_name}`,
    ),
    invoke_url: derive(['rest_api_id', 'stage_name'], (values, { generated, region }) =>
      generated.invokeUrl(values.rest_api_id, values.stage_name, region),
    ),
  },
  aws_api_gateway_api_key: {
    id: generatedId('api-key'),
    arn: controlArn('apikeys'),
    value: generatedId('api-key-value'),
  },
  aws_api_gateway_usage_plan: { id: generatedId('usage-plan'), arn: controlArn('usageplans') },
  aws_api_gateway_usage_plan_key: { id: same('key_id') },
  aws_api_gateway_rest_api_policy: { id: same('rest_api_id') },
  aws_lambda_function: {
    id: same('function_name'),
    version: byDefault('$LATEST'),
    arn: derive(
      ['function_name'],
      (values, { region, accountId }) =>
        `arn:aws:lambda:${region}:${accountId}:function:${values.function_name}`,
    ),
    invoke_arn: derive(
      ['arn'],
      ({ arn }, { region }) =>
        `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`,
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Derivation>>>>;
