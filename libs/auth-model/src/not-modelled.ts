/** Resource types that the model leaves out, each with the reason. A type that is neither here nor read stops everything. */
export const NOT_MODELLED = {
  aws_acm_certificate: 'is for names of its own, which nothing has here',
  aws_acm_certificate_validation: 'is for names of its own, which nothing has here',
  aws_api_gateway_account: 'says where API Gateway may write its logs, for the whole account',
  aws_api_gateway_base_path_mapping: 'gives an API a name of its own; it is called by its id here',
  aws_api_gateway_client_certificate:
    'is shown to integrations over HTTP, and there are none of these',
  aws_api_gateway_documentation_part: 'describes the API to readers; it never decides',
  aws_api_gateway_documentation_version: 'describes the API to readers; it never decides',
  aws_api_gateway_domain_name: 'gives an API a name of its own; it is called by its id here',
  aws_cloudfront_distribution:
    'stands in front of a website or an API, which are called themselves here',
  aws_cloudfront_origin_access_control: 'is for CloudFront, which is not played',
  aws_cloudwatch_dashboard: 'shows what is watched; it never decides',
  aws_cloudwatch_log_group: 'keeps logs; it never decides',
  aws_cloudwatch_log_metric_filter: 'counts what logs say; it never decides',
  aws_cloudwatch_metric_alarm: 'watches; it never decides',
  aws_cognito_user_pool_domain: 'is where the hosted pages answer, which are not played',
  aws_cognito_user_pool_ui_customization: 'dresses the hosted pages, which are not played',
  aws_dynamodb_table: 'keeps what functions store; it never decides who may call them',
  aws_kms_alias: 'names a key that encrypts at rest, which no reader notices',
  aws_kms_key: 'encrypts at rest, which no reader notices',
  aws_route53_record: 'gives names of its own, which nothing has here',
  aws_route53_zone: 'gives names of its own, which nothing has here',
  aws_s3_bucket_lifecycle_configuration: 'removes what is old, and nothing grows old here',
  aws_s3_bucket_logging: 'writes who read what; it never decides',
  aws_s3_bucket_ownership_controls:
    'is about access control lists, which are not weighed: policies decide',
  aws_s3_bucket_server_side_encryption_configuration: 'encrypts at rest, which no reader notices',
  aws_s3_bucket_versioning: 'keeps older versions, which the website never serves',
  aws_secretsmanager_secret: 'keeps what functions ask for; it never decides who may call them',
  aws_secretsmanager_secret_version:
    'keeps what functions ask for; it never decides who may call them',
  aws_sns_topic: 'carries alarms to people; it never decides',
  aws_sns_topic_policy: 'says who may raise alarms, not who may call',
  aws_sns_topic_subscription: 'carries alarms to people; it never decides',
  aws_sqs_queue: 'keeps what functions send; it never decides who may call them',
  aws_ssm_parameter: 'keeps what functions ask for; it never decides who may call them',
  null_resource: 'runs programs, which nobody does here',
  random_id: 'makes up a value, which only apply tells',
  random_integer: 'makes up a value, which only apply tells',
  random_password: 'makes up a value, which only apply tells',
  random_pet: 'makes up a value, which only apply tells',
  random_string: 'makes up a value, which only apply tells',
  random_uuid: 'makes up a value, which only apply tells',
  terraform_data: 'passes a value on, which only apply tells',
} as const satisfies Readonly<Record<string, string>>;

/** Why resources of a type are left out; undefined where they are not. */
export function reasonToLeaveOut(type: string): string | undefined {
  const reasons: Readonly<Record<string, string>> = NOT_MODELLED;
  return Object.hasOwn(reasons, type) ? reasons[type] : undefined;
}
