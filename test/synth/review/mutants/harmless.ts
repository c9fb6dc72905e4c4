import type { Mutant } from './mutants';

/** Changes that a review need not raise above info, all for the same reason. */
interface HarmlessChanges {
  readonly because: string;
  /** Where not every resource of the type is meant. */
  readonly address?: string;
  /** Of `type path how`. */
  readonly patterns: readonly RegExp[];
}

/** Whatever is not reported and is not here fails the test: nothing is left out in silence. A pattern that nothing needs fails it, too. */
export const HARMLESS: readonly HarmlessChanges[] = [
  {
    because: 'it is a name, or words for people: nothing is decided by it',
    patterns: [
      /^aws_\S+ (?:description|alarm_description|alarm_name|statement_id) /,
      /^aws_\S+ (?:name|identity_pool_name) "\*"$/,
      /^aws_(?:iam_role_policy|sns_topic|cloudwatch_log_metric_filter) name removed$/,
      /^aws_cognito_user_pool verification_message_template/,
      /^aws_lambda_function environment\.variables\.(?:POWERTOOLS_\w+|ROLE_NAME_PREFIX) /,
      /^provider 0\.default_tags/,
      /^output (?!\S*sensitive)/,
    ],
  },
  {
    because: 'it is what the provider takes where nothing is set, so that nothing changes',
    patterns: [
      /^aws_\S+ \S+ set to false$/,
      /^aws_cloudwatch_metric_alarm actions_enabled set to true$/,
      /^aws_api_gateway_method_settings settings\.require_authorization_for_cache_control set to true$/,
      /^aws_api_gateway_api_key enabled true removed$/,
      /^aws_api_gateway_rest_api (?:api_key_source|endpoint_configuration\S*) removed$/,
      /^aws_api_gateway_method_settings settings\.(?:data_trace_enabled false|logging_level|metrics_enabled false) removed$/,
      /^aws_api_gateway_stage xray_tracing_enabled false removed$/,
      /^aws_cognito_identity_pool allow_(?:classic_flow|unauthenticated_identities) false removed$/,
      /^aws_cognito_user_pool (?:admin_create_user_config(?:\.\w+ false)?|deletion_protection|mfa_configuration|user_pool_tier) removed$/,
      /^aws_cognito_user_pool password_policy\.(?:require_\w+ true|temporary_password_validity_days) removed$/,
      /^aws_cognito_user_pool email_configuration(?:\.email_sending_account)? removed$/,
      /^aws_cognito_user_pool_client (?:enable_token_revocation true|generate_secret false|supported_identity_providers\S*) removed$/,
      /^aws_cognito_user_pool_client \w+_validity (?:removed|0)$/,
      /^aws_cognito_user_pool_client token_validity_units\S* removed$/,
      /^aws_s3_bucket force_destroy false removed$/,
      /^aws_\S+ lifecycle(?:\.prevent_destroy false)? removed$/,
      /^aws_cognito_user_pool_client explicit_auth_flows removed$/,
      /^aws_api_gateway_method api_key_required false removed$/,
    ],
  },
  {
    because: 'it narrows, protects or keeps more than before',
    patterns: [
      /^aws_\S+ lifecycle\.prevent_destroy true$/,
      /^aws_api_gateway_api_key enabled false$/,
      /^aws_api_gateway_method_settings settings\.throttling_\w+ (?:20|10|5|0)$/,
      /^aws_api_gateway_usage_plan quota_settings\.(?:limit 1000|period "(?:WEEK|MONTH)")$/,
      /^aws_api_gateway_usage_plan throttle_settings\.\w+ (?:10|5)$/,
      /^aws_api_gateway_usage_plan_key (?: removed|key_id)/,
      /^aws_api_gateway_usage_plan api_stages/,
      /^aws_cloudwatch_log_group retention_in_days (?:removed|0|140|900)$/,
      /^aws_cloudwatch_log_group (?:deletion_protection_enabled|skip_destroy) set to true$/,
      /^aws_cognito_user_pool deletion_protection "ACTIVE"$/,
      /^aws_cognito_user_pool mfa_configuration "OPTIONAL"$/,
      /^aws_cognito_user_pool admin_create_user_config\.allow_admin_create_user_only true$/,
      /^aws_cognito_user_pool password_policy\.(?:minimum_length 100|temporary_password_validity_days [01])$/,
      /^aws_cognito_user_pool account_recovery_setting\.recovery_mechanism\.0\.name "admin_only"$/,
      /^aws_cognito_user_pool_client \w+_validity (?:6|3|1)$/,
      /^aws_cognito_user_pool_client token_validity_units\.0\.(?:\w+ "seconds"|refresh_token "(?:hours|minutes)")$/,
      /^aws_cognito_user_pool_client (?:explicit_auth_flows|read_attributes|write_attributes)\.\d removed$/,
      /^aws_cognito_user_group precedence (?:removed|100)$/,
      /^aws_iam_role assume_role_policy\.Statement\.0\.Effect "Deny"$/,
      /^aws_s3_bucket force_destroy (?:false|true removed)$/,
      /^aws_s3_bucket object_lock_enabled set to true$/,
      /^aws_s3_bucket_policy (?: removed|policy\.Statement\.0\.Effect "Deny")/,
      /^aws_s3_bucket_public_access_block (?:block_public_policy|restrict_public_buckets) (?:true|false removed)$/,
      /^aws_s3_bucket_public_access_block skip_destroy set to true$/,
      /^aws_lambda_permission  removed$/,
    ],
  },
  {
    because:
      'it takes away what makes something work: that shows at the first call, and opens nothing',
    patterns: [
      /^aws_api_gateway_(?:integration|method)_response (?:http_method|resource_id|status_code) "\$/,
      /^aws_api_gateway_(?:integration|method)_response response_(?:parameters|templates)\S* (?:removed|false|true removed)$/,
      /^aws_api_gateway_integration (?:http_method|timeout_milliseconds|request_templates)/,
      /^aws_api_gateway_integration type "MOCK"$/,
      /^aws_api_gateway_rest_api api_key_source "AUTHORIZER"$/,
      /^aws_lambda_permission (?: removed|action "lambda:InvokeFunctionUrl")$/,
      /^aws_lambda_permission lifecycle/,
      /^aws_lambda_function environment(?:\.variables(?:\.ALLOWED_ORIGINS)?)? removed$/,
      /^aws_lambda_function (?:memory_size|timeout|architectures|skip_destroy)/,
      /^aws_s3_bucket_policy policy\.Statement\.0\.Principal NotPrincipal$/,
      /^aws_s3_bucket_website_configuration /,
    ],
  },
  {
    because: 'it is how a refusal reads, which helps people and decides nothing',
    patterns: [
      /^aws_api_gateway_gateway_response response_templates/,
      /^aws_api_gateway_\w+_response response_parameters\.\S+\.(?:Vary|Access-Control-Max-Age) /,
      /^aws_api_gateway_gateway_response response_parameters\.\S+\.Access-Control-Expose-Headers removed$/,
    ],
  },
  {
    because:
      'in a list, browsers take * for the name of a header or method, of which there is none',
    patterns: [
      /^aws_api_gateway_gateway_response \S+Expose-Headers "'\S+,\*'"$/,
      /^aws_api_gateway_integration_response \S+Allow-Methods "'\S+,\*'"$/,
    ],
  },
  {
    because: 'it is in which order Terraform goes about it: what is made in the end is the same',
    patterns: [
      /^aws_\S+ depends_on/,
      /^aws_\S+ lifecycle\.create_before_destroy/,
      /^aws_\w+ (?:replace_security_groups_on_destroy|force_detach_policies) set to true$/,
      /^aws_s3_object force_destroy set to true$/,
    ],
  },
  {
    because: 'Terraform, its provider or AWS refuses it',
    patterns: [
      /^output sensitive (?:false|true removed)$/,
      /^aws_api_gateway_deployment rest_api_id "\*"$/,
      /^aws_api_gateway_gateway_response response_type "\*"$/,
      /^aws_api_gateway_(?:integration|method)_response status_code "\*"$/,
      /^aws_api_gateway_method_settings settings\.logging_level "\*"$/,
      /^aws_api_gateway_resource rest_api_id "\*"$/,
      /^aws_api_gateway_rest_api endpoint_configuration\.types (?:"\*"|"EDGE"|"PRIVATE") added$/,
      /^aws_api_gateway_rest_api endpoint_configuration\.types\.0 "\*"$/,
      /^aws_api_gateway_stage deployment_id "\*"$/,
      /^aws_cloudwatch_metric_alarm (?:alarm|ok)_actions(?:\.0 "\*"| "\*" added)$/,
      /^aws_cloudwatch_metric_alarm (?:evaluation_periods|period|threshold) (?:removed|0|6)$/,
      /^aws_cloudwatch_metric_alarm treat_missing_data "\*"$/,
      /^aws_cognito_user_pool account_recovery_setting\.\S+ (?:removed|0|10)$/,
      /^aws_cognito_user_pool \S+ "\*"(?: added)?$/,
      /^aws_cognito_user_pool (?:schema|username_configuration)/,
      /^aws_cognito_user_pool email_configuration\./,
      /^aws_cognito_user_pool_client \w+\S* "\*"(?: added)?$/,
      /^aws_cognito_user_pool_client auth_session_validity 30$/,
      /^aws_cognito_user_pool_client enable_propagate_additional_user_context_data set to true$/,
      /^aws_cognito_user_pool_client (?:read|write)_attributes\S* "custom:role"/,
      /^aws_iam_role_policy_attachment policy_arn "\*"$/,
      /^aws_lambda_function (?:role removed|runtime|handler|logging_config\.log_format)/,
      /^aws_s3_bucket bucket "\*"$/,
      /^aws_s3_bucket_ownership_controls bucket/,
      /^aws_sns_topic (?:content_based_deduplication|fifo_topic) set to true$/,
    ],
  },
  {
    because: 'an alarm that is more easily raised, or tells that all is well again, hides nothing',
    patterns: [
      /^aws_cloudwatch_metric_alarm (?:threshold (?:0|2|240)|evaluation_periods 1|period (?:6|30))$/,
      /^aws_cloudwatch_metric_alarm treat_missing_data/,
      /^aws_cloudwatch_metric_alarm ok_actions/,
    ],
  },
  {
    because: 'it is about watching, cost or where answers come from, and not about who may call',
    patterns: [
      /^aws_api_gateway_method_settings settings\.(?:logging_level "|metrics_enabled true)/,
      /^aws_api_gateway_method_settings settings\.cache_data_encrypted set to true$/,
      /^aws_api_gateway_rest_api (?:endpoint_configuration|fail_on_warnings)/,
      /^aws_api_gateway_stage xray_tracing_enabled true$/,
      /^aws_cloudwatch_log_metric_filter apply_on_transformed_logs/,
      /^aws_cognito_user_pool user_pool_tier/,
      /^aws_sns_topic_subscription (?:endpoint_auto_confirms|raw_message_delivery)/,
    ],
  },
  {
    because: 'code and files are reviewed as such: here they are a name and a hash',
    patterns: [/^aws_lambda_function (?:filename|source_code_hash|publish)/, /^aws_s3_object /],
  },
  {
    because:
      'the deployment is made anew by what is left, and a later change that would not is reported itself',
    patterns: [
      /^aws_api_gateway_deployment triggers\.redeployment "\*"$/,
      /^aws_api_gateway_deployment lifecycle\.replace_triggered_by/,
    ],
  },
  {
    because: 'the method answers more verbs, and no role may call them: the matrix shows it',
    patterns: [/^aws_api_gateway_method http_method "ANY"$/],
  },
  {
    because:
      'there is one action that it means: sts:Assume… of what the principal can do, and execute-api:Invoke',
    patterns: [
      /^aws_iam_role assume_role_policy\.Statement\.0\.Action /,
      /^aws_iam_role_policy policy\.Statement\.\d\.Action execute-api:Invoke\*$/,
    ],
  },
  {
    because: 'the role of guests grants nothing, so that whoever has signed in gains nothing by it',
    address: 'aws_iam_role.Roles_Guest',
    patterns: [/^aws_iam_role assume_role_policy\.Statement\.0\.Condition\.ForAnyValue/],
  },
  {
    because:
      'without a trigger that asks, custom sign-in refuses everybody; and more verified addresses are no fewer',
    patterns: [
      /^aws_cognito_user_pool_client explicit_auth_flows\S* "ALLOW_CUSTOM_AUTH"/,
      /^aws_cognito_user_pool auto_verified_attributes "phone_number" added$/,
    ],
  },
  {
    because: 'users read what they have written themselves: a client reads of nobody else',
    patterns: [/^aws_cognito_user_pool_client read_attributes/],
  },
  {
    because:
      'the policy of a bucket reaches no further than the bucket, and everybody reads the website as before',
    patterns: [
      /^aws_s3_bucket_policy policy\.Statement\.0\.Resource (?:\*|NotResource)$/,
      /^aws_s3_bucket_policy policy\.Statement\.0\.Principal \{"AWS":"\*"\}$/,
    ],
  },
];

/** Where it stands in the list, and what it says there. */
export interface Excuse {
  readonly because: string;
  readonly pattern: RegExp;
}

/** The first that fits. */
export function excuseFor({ address, type, path, how }: Mutant): Excuse | undefined {
  const text = `${type} ${path} ${how}`;
  for (const { because, address: only, patterns } of HARMLESS) {
    if (only !== undefined && only !== address) continue;
    const pattern = patterns.find((one) => one.test(text));
    if (pattern !== undefined) return { because, pattern };
  }
  return undefined;
}
