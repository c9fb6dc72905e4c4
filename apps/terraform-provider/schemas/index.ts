// Written by `npm run schemas`.
import awsApiGatewayAccount from './aws_api_gateway_account.json';
import awsApiGatewayApiKey from './aws_api_gateway_api_key.json';
import awsApiGatewayDeployment from './aws_api_gateway_deployment.json';
import awsApiGatewayGatewayResponse from './aws_api_gateway_gateway_response.json';
import awsApiGatewayIntegration from './aws_api_gateway_integration.json';
import awsApiGatewayIntegrationResponse from './aws_api_gateway_integration_response.json';
import awsApiGatewayMethod from './aws_api_gateway_method.json';
import awsApiGatewayMethodResponse from './aws_api_gateway_method_response.json';
import awsApiGatewayMethodSettings from './aws_api_gateway_method_settings.json';
import awsApiGatewayResource from './aws_api_gateway_resource.json';
import awsApiGatewayRestApi from './aws_api_gateway_rest_api.json';
import awsApiGatewayRestApiPolicy from './aws_api_gateway_rest_api_policy.json';
import awsApiGatewayStage from './aws_api_gateway_stage.json';
import awsApiGatewayUsagePlan from './aws_api_gateway_usage_plan.json';
import awsApiGatewayUsagePlanKey from './aws_api_gateway_usage_plan_key.json';
import awsCloudwatchLogGroup from './aws_cloudwatch_log_group.json';
import awsCloudwatchLogMetricFilter from './aws_cloudwatch_log_metric_filter.json';
import awsCloudwatchMetricAlarm from './aws_cloudwatch_metric_alarm.json';
import awsCognitoIdentityPool from './aws_cognito_identity_pool.json';
import awsCognitoIdentityPoolRolesAttachment from './aws_cognito_identity_pool_roles_attachment.json';
import awsCognitoUserGroup from './aws_cognito_user_group.json';
import awsCognitoUserPool from './aws_cognito_user_pool.json';
import awsCognitoUserPoolClient from './aws_cognito_user_pool_client.json';
import awsIamPolicy from './aws_iam_policy.json';
import awsIamRole from './aws_iam_role.json';
import awsIamRolePolicy from './aws_iam_role_policy.json';
import awsIamRolePolicyAttachment from './aws_iam_role_policy_attachment.json';
import awsLambdaFunction from './aws_lambda_function.json';
import awsLambdaPermission from './aws_lambda_permission.json';
import awsS3Bucket from './aws_s3_bucket.json';
import awsS3BucketOwnershipControls from './aws_s3_bucket_ownership_controls.json';
import awsS3BucketPolicy from './aws_s3_bucket_policy.json';
import awsS3BucketPublicAccessBlock from './aws_s3_bucket_public_access_block.json';
import awsS3BucketServerSideEncryptionConfiguration from './aws_s3_bucket_server_side_encryption_configuration.json';
import awsS3BucketVersioning from './aws_s3_bucket_versioning.json';
import awsS3BucketWebsiteConfiguration from './aws_s3_bucket_website_configuration.json';
import awsS3Object from './aws_s3_object.json';
import awsSnsTopic from './aws_sns_topic.json';
import awsSnsTopicPolicy from './aws_sns_topic_policy.json';
import awsSnsTopicSubscription from './aws_sns_topic_subscription.json';
import dataAwsCallerIdentity from './data.aws_caller_identity.json';
import dataAwsIamPolicyDocument from './data.aws_iam_policy_document.json';
import dataAwsPartition from './data.aws_partition.json';
import dataAwsRegion from './data.aws_region.json';
import provider from './provider.json';

/** Every file of this folder, by its name. */
export const SCHEMA_FILES = {
  aws_api_gateway_account: awsApiGatewayAccount,
  aws_api_gateway_api_key: awsApiGatewayApiKey,
  aws_api_gateway_deployment: awsApiGatewayDeployment,
  aws_api_gateway_gateway_response: awsApiGatewayGatewayResponse,
  aws_api_gateway_integration: awsApiGatewayIntegration,
  aws_api_gateway_integration_response: awsApiGatewayIntegrationResponse,
  aws_api_gateway_method: awsApiGatewayMethod,
  aws_api_gateway_method_response: awsApiGatewayMethodResponse,
  aws_api_gateway_method_settings: awsApiGatewayMethodSettings,
  aws_api_gateway_resource: awsApiGatewayResource,
  aws_api_gateway_rest_api: awsApiGatewayRestApi,
  aws_api_gateway_rest_api_policy: awsApiGatewayRestApiPolicy,
  aws_api_gateway_stage: awsApiGatewayStage,
  aws_api_gateway_usage_plan: awsApiGatewayUsagePlan,
  aws_api_gateway_usage_plan_key: awsApiGatewayUsagePlanKey,
  aws_cloudwatch_log_group: awsCloudwatchLogGroup,
  aws_cloudwatch_log_metric_filter: awsCloudwatchLogMetricFilter,
  aws_cloudwatch_metric_alarm: awsCloudwatchMetricAlarm,
  aws_cognito_identity_pool: awsCognitoIdentityPool,
  aws_cognito_identity_pool_roles_attachment: awsCognitoIdentityPoolRolesAttachment,
  aws_cognito_user_group: awsCognitoUserGroup,
  aws_cognito_user_pool: awsCognitoUserPool,
  aws_cognito_user_pool_client: awsCognitoUserPoolClient,
  aws_iam_policy: awsIamPolicy,
  aws_iam_role: awsIamRole,
  aws_iam_role_policy: awsIamRolePolicy,
  aws_iam_role_policy_attachment: awsIamRolePolicyAttachment,
  aws_lambda_function: awsLambdaFunction,
  aws_lambda_permission: awsLambdaPermission,
  aws_s3_bucket: awsS3Bucket,
  aws_s3_bucket_ownership_controls: awsS3BucketOwnershipControls,
  aws_s3_bucket_policy: awsS3BucketPolicy,
  aws_s3_bucket_public_access_block: awsS3BucketPublicAccessBlock,
  aws_s3_bucket_server_side_encryption_configuration: awsS3BucketServerSideEncryptionConfiguration,
  aws_s3_bucket_versioning: awsS3BucketVersioning,
  aws_s3_bucket_website_configuration: awsS3BucketWebsiteConfiguration,
  aws_s3_object: awsS3Object,
  aws_sns_topic: awsSnsTopic,
  aws_sns_topic_policy: awsSnsTopicPolicy,
  aws_sns_topic_subscription: awsSnsTopicSubscription,
  'data.aws_caller_identity': dataAwsCallerIdentity,
  'data.aws_iam_policy_document': dataAwsIamPolicyDocument,
  'data.aws_partition': dataAwsPartition,
  'data.aws_region': dataAwsRegion,
  provider: provider,
};
