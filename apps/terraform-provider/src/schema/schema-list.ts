/**
 * The types that the stand-in knows, by the name a configuration uses. After adding one: `npm run schemas`, which writes its file
 * into `schemas/`.
 */
export const RESOURCE_TYPES = [
  'aws_api_gateway_account',
  'aws_api_gateway_api_key',
  'aws_api_gateway_deployment',
  'aws_api_gateway_gateway_response',
  'aws_api_gateway_integration',
  'aws_api_gateway_integration_response',
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_method_settings',
  'aws_api_gateway_resource',
  'aws_api_gateway_rest_api',
  'aws_api_gateway_rest_api_policy',
  'aws_api_gateway_stage',
  'aws_api_gateway_usage_plan',
  'aws_api_gateway_usage_plan_key',
  'aws_cloudwatch_log_group',
  'aws_cloudwatch_log_metric_filter',
  'aws_cloudwatch_metric_alarm',
  'aws_cognito_identity_pool',
  'aws_cognito_identity_pool_roles_attachment',
  'aws_cognito_user_group',
  'aws_cognito_user_pool',
  'aws_cognito_user_pool_client',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policy_attachment',
  'aws_lambda_function',
  'aws_lambda_permission',
  'aws_s3_bucket',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_s3_bucket_website_configuration',
  'aws_s3_object',
  'aws_sns_topic',
  'aws_sns_topic_policy',
  'aws_sns_topic_subscription',
] as const;

export const DATA_SOURCE_TYPES = [
  'aws_caller_identity',
  'aws_iam_policy_document',
  'aws_partition',
  'aws_region',
] as const;

/** One schema: of a resource type, of a data source, or of the provider block. Also the name of its file. */
export type SchemaName =
  | (typeof RESOURCE_TYPES)[number]
  | `data.${(typeof DATA_SOURCE_TYPES)[number]}`
  | 'provider';

export const SCHEMA_NAMES: readonly SchemaName[] = [
  ...RESOURCE_TYPES,
  ...DATA_SOURCE_TYPES.map((type) => `data.${type}` as const),
  'provider',
];
