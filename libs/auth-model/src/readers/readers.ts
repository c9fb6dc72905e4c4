import type { BlockReader } from '../block-reader';
import {
  readIntegration,
  readIntegrationResponse,
  readMethod,
  readMethodResponse,
} from './api-method';
import { readDeployment, readMethodSettings, readStage } from './api-stage';
import { readApiResource } from './api-resource';
import { readApiModel, readRequestValidator } from './api-validation';
import { readBucket, readBucketPolicy, readPublicAccessBlock } from './bucket';
import { readBucketObject } from './bucket-object';
import { readIdentityPool, readRolesAttachment } from './identity-pool';
import { readLambdaFunction, readLambdaPermission } from './lambda';
import { readGatewayResponse, readRestApi, readRestApiPolicy } from './rest-api';
import { readOpenIdConnectProvider } from './openid-connect-provider';
import { readPrincipalTagMapping } from './principal-tag';
import { readManagedPolicy, readPolicyAttachment, readRole, readRolePolicy } from './role';
import { readApiKey, readUsagePlan, readUsagePlanKey } from './usage-plan';
import { readUserGroup } from './user-group';
import { readUserPool } from './user-pool';
import { readUserPoolClient } from './user-pool-client';
import { readWebsite } from './website';

/** Who reads which resource type. A type that is not here must be in `not-modelled.ts`, with the reason. */
const READERS = {
  aws_api_gateway_api_key: readApiKey,
  aws_api_gateway_deployment: readDeployment,
  aws_api_gateway_gateway_response: readGatewayResponse,
  aws_api_gateway_integration: readIntegration,
  aws_api_gateway_integration_response: readIntegrationResponse,
  aws_api_gateway_method: readMethod,
  aws_api_gateway_method_response: readMethodResponse,
  aws_api_gateway_method_settings: readMethodSettings,
  aws_api_gateway_model: readApiModel,
  aws_api_gateway_request_validator: readRequestValidator,
  aws_api_gateway_resource: readApiResource,
  aws_api_gateway_rest_api: readRestApi,
  aws_api_gateway_rest_api_policy: readRestApiPolicy,
  aws_api_gateway_stage: readStage,
  aws_api_gateway_usage_plan: readUsagePlan,
  aws_api_gateway_usage_plan_key: readUsagePlanKey,
  aws_cognito_identity_pool: readIdentityPool,
  aws_cognito_identity_pool_provider_principal_tag: readPrincipalTagMapping,
  aws_cognito_identity_pool_roles_attachment: readRolesAttachment,
  aws_cognito_user_group: readUserGroup,
  aws_cognito_user_pool: readUserPool,
  aws_cognito_user_pool_client: readUserPoolClient,
  aws_iam_openid_connect_provider: readOpenIdConnectProvider,
  aws_iam_policy: readManagedPolicy,
  aws_iam_role: readRole,
  aws_iam_role_policy: readRolePolicy,
  aws_iam_role_policy_attachment: readPolicyAttachment,
  aws_lambda_function: readLambdaFunction,
  aws_lambda_permission: readLambdaPermission,
  aws_s3_bucket: readBucket,
  aws_s3_bucket_policy: readBucketPolicy,
  aws_s3_bucket_public_access_block: readPublicAccessBlock,
  aws_s3_bucket_website_configuration: readWebsite,
  aws_s3_object: readBucketObject,
} as const satisfies Readonly<Record<string, (block: BlockReader) => unknown>>;

export type ReadType = keyof typeof READERS;

/** What the reader of each type makes of one resource. */
export type Parts = { readonly [Type in ReadType]: ReturnType<(typeof READERS)[Type]> };

/** The table, in a form through which the compiler can follow a type to its part. */
export const READER_OF: { readonly [Type in ReadType]: (block: BlockReader) => Parts[Type] } =
  READERS;
