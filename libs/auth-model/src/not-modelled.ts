/** Resource types that the model leaves out, each with the reason. A type that is neither here nor read stops everything. */
export const NOT_MODELLED = {
  aws_api_gateway_account: 'says where API Gateway may write its logs, for the whole account',
  aws_cloudwatch_log_group: 'keeps logs; it never decides',
  aws_cloudwatch_log_metric_filter: 'counts what logs say; it never decides',
  aws_cloudwatch_metric_alarm: 'watches; it never decides',
  aws_s3_bucket_ownership_controls:
    'is about access control lists, which are not weighed: policies decide',
  aws_s3_bucket_server_side_encryption_configuration: 'encrypts at rest, which no reader notices',
  aws_s3_bucket_versioning: 'keeps older versions, which the website never serves',
  aws_sns_topic: 'carries alarms to people; it never decides',
  aws_sns_topic_policy: 'says who may raise alarms, not who may call',
  aws_sns_topic_subscription: 'carries alarms to people; it never decides',
} as const satisfies Readonly<Record<string, string>>;
