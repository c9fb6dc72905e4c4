/**
 * The other values that an argument takes, the weaker ones above all. No schema tells them: they are in the API reference of each
 * service. Numbers of list items are left out of a path.
 */
export const KNOWN_VALUES: Readonly<Record<string, readonly string[]>> = {
  'aws_api_gateway_method.authorization': ['NONE', 'CUSTOM', 'COGNITO_USER_POOLS'],
  'aws_api_gateway_method.http_method': ['ANY', 'POST'],
  'aws_api_gateway_integration.type': ['MOCK', 'HTTP', 'HTTP_PROXY', 'AWS'],
  'aws_api_gateway_rest_api.api_key_source': ['AUTHORIZER'],
  'aws_api_gateway_rest_api.endpoint_configuration.types': ['EDGE', 'PRIVATE'],
  'aws_api_gateway_usage_plan.quota_settings.period': ['WEEK', 'MONTH'],
  'aws_api_gateway_method_settings.settings.logging_level': ['OFF', 'ERROR', 'INFO'],
  'aws_cloudwatch_metric_alarm.comparison_operator': ['LessThanThreshold'],
  'aws_cloudwatch_metric_alarm.treat_missing_data': ['ignore', 'missing', 'breaching'],
  'aws_cognito_identity_pool_roles_attachment.role_mapping.type': ['Rules', 'Token'],
  'aws_cognito_identity_pool_roles_attachment.role_mapping.ambiguous_role_resolution': [
    'Deny',
    'AuthenticatedRole',
  ],
  'aws_cognito_user_pool.deletion_protection': ['ACTIVE', 'INACTIVE'],
  'aws_cognito_user_pool.mfa_configuration': ['OFF', 'OPTIONAL', 'ON'],
  'aws_cognito_user_pool.user_pool_tier': ['LITE', 'PLUS'],
  'aws_cognito_user_pool.account_recovery_setting.recovery_mechanism.name': [
    'admin_only',
    'verified_phone_number',
  ],
  'aws_cognito_user_pool.auto_verified_attributes': ['phone_number'],
  'aws_cognito_user_pool_client.explicit_auth_flows': [
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_USER_AUTH',
    'USER_PASSWORD_AUTH',
    'ADMIN_NO_SRP_AUTH',
  ],
  'aws_cognito_user_pool_client.prevent_user_existence_errors': ['LEGACY'],
  'aws_cognito_user_pool_client.token_validity_units.access_token': ['hours', 'days', 'seconds'],
  'aws_cognito_user_pool_client.token_validity_units.id_token': ['hours', 'days', 'seconds'],
  'aws_cognito_user_pool_client.token_validity_units.refresh_token': ['hours', 'minutes'],
  'aws_cognito_user_pool_client.write_attributes': ['email_verified', 'custom:role'],
  'aws_cognito_user_pool_client.read_attributes': ['phone_number', 'custom:role'],
  'aws_cognito_user_pool_client.supported_identity_providers': ['Google', 'Facebook'],
  'aws_lambda_function.runtime': ['nodejs18.x'],
  'aws_lambda_permission.action': ['lambda:*', 'lambda:InvokeFunctionUrl'],
  'aws_lambda_permission.principal': ['999999999999', 's3.amazonaws.com'],
  'aws_s3_bucket_ownership_controls.rule.object_ownership': [
    'BucketOwnerPreferred',
    'ObjectWriter',
  ],
  'aws_sns_topic_subscription.protocol': ['http', 'sms'],
};
