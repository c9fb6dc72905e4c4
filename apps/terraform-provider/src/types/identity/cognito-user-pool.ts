import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, textOf } from '../reading';
import { schemaOnlyGrows } from './schema-only-grows';

const DELETION_PROTECTED =
  'InvalidParameterException: The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.';

export const cognitoUserPool: ResourceFacts = {
  type: 'aws_cognito_user_pool',
  source:
    'hashicorp/terraform-provider-aws internal/service/cognitoidp/user_pool.go at 015edb1 (early 2025, v5.8x); what came later (user_pool_tier, ' +
    'email_mfa_configuration, advanced_security_additional_flows, a computed username_configuration) from website/docs/r/cognito_user_pool and ' +
    'the flags that @cdktf/provider-aws 21.22.1 carries of v6.25.0; changelog of v6.6.0 for the name, which is changed in place since',
  optionalComputed: [
    'account_recovery_setting.recovery_mechanism',
    'admin_create_user_config',
    'email_verification_message',
    'email_verification_subject',
    'lambda_config.pre_token_generation',
    'lambda_config.pre_token_generation_config',
    'password_policy',
    'password_policy.temporary_password_validity_days',
    'sign_in_policy',
    'sms_configuration',
    'sms_configuration.sns_region',
    'sms_verification_message',
    'user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode',
    'user_pool_tier',
    'username_configuration',
    'username_configuration.case_sensitive',
    'verification_message_template',
    'verification_message_template.email_message',
    'verification_message_template.email_message_by_link',
    'verification_message_template.email_subject',
    'verification_message_template.email_subject_by_link',
    'verification_message_template.sms_message',
  ],
  forceNew: ['alias_attributes', 'username_attributes', 'username_configuration.case_sensitive'],
  defaults: {
    deletion_protection: 'INACTIVE',
    'email_configuration.email_sending_account': 'COGNITO_DEFAULT',
    mfa_configuration: 'OFF',
    'verification_message_template.default_email_option': 'CONFIRM_WITH_CODE',
  },
  allowed: {
    'account_recovery_setting.recovery_mechanism.name': [
      'verified_email',
      'verified_phone_number',
      'admin_only',
    ],
    alias_attributes: ['phone_number', 'email', 'preferred_username'],
    auto_verified_attributes: ['phone_number', 'email'],
    deletion_protection: ['ACTIVE', 'INACTIVE'],
    'email_configuration.email_sending_account': ['COGNITO_DEFAULT', 'DEVELOPER'],
    'lambda_config.custom_email_sender.lambda_version': ['V1_0'],
    'lambda_config.custom_sms_sender.lambda_version': ['V1_0'],
    'lambda_config.pre_token_generation_config.lambda_version': ['V1_0', 'V2_0', 'V3_0'],
    mfa_configuration: ['OFF', 'ON', 'OPTIONAL'],
    'schema.attribute_data_type': ['String', 'Number', 'DateTime', 'Boolean'],
    'sign_in_policy.allowed_first_auth_factors': ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    'user_attribute_update_settings.attributes_require_verification_before_update': [
      'phone_number',
      'email',
    ],
    'user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode': ['AUDIT', 'ENFORCED'],
    'user_pool_add_ons.advanced_security_mode': ['OFF', 'AUDIT', 'ENFORCED'],
    user_pool_tier: ['LITE', 'ESSENTIALS', 'PLUS'],
    username_attributes: ['phone_number', 'email'],
    'verification_message_template.default_email_option': [
      'CONFIRM_WITH_LINK',
      'CONFIRM_WITH_CODE',
    ],
    'web_authn_configuration.user_verification': ['required', 'preferred'],
  },
  // Other minima stand beside `Optional` in the provider, where its SDK drops them.
  items: { 'account_recovery_setting.recovery_mechanism': [0, 2], schema: [0, 50] },
  create(values, cloud) {
    const id = cloud.newId('user-pool', textOf(values, 'name') ?? '');
    const { region, accountId } = cloud;
    return {
      id,
      arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`,
      endpoint: `cognito-idp.${region}.amazonaws.com/${id}`,
      creation_date: cloud.now(),
      last_modified_date: cloud.now(),
      estimated_number_of_users: 0,
      custom_domain: '',
      domain: '',
      user_pool_tier: 'ESSENTIALS',
      ...policiesOfANewPool(),
      ...messages(values),
      ...triggers(values),
    };
  },
  checks: [schemaOnlyGrows, oneKindOfUsername],
  mayDelete: ({ deletion_protection: protection }) =>
    protection === 'ACTIVE' ? DELETION_PROTECTED : undefined,
};

/** Source: Cognito API Reference, CreateUserPool and PasswordPolicyType: what holds when a request is silent. */
function policiesOfANewPool(): SettledValues {
  return {
    admin_create_user_config: [
      { allow_admin_create_user_only: false, invite_message_template: [] },
    ],
    password_policy: [
      {
        minimum_length: 8,
        password_history_size: 0,
        require_lowercase: true,
        require_numbers: true,
        require_symbols: true,
        require_uppercase: true,
        temporary_password_validity_days: 7,
      },
    ],
    sign_in_policy: [{ allowed_first_auth_factors: ['PASSWORD'] }],
  };
}

/** AWS keeps each message under two names, and tells what was set under the one under the other too. */
function messages(values: SettledValues): SettledValues {
  const template = blocksOf(values, 'verification_message_template')[0] ?? {};
  const pairs = [
    ['email_verification_message', 'email_message'],
    ['email_verification_subject', 'email_subject'],
    ['sms_verification_message', 'sms_message'],
  ] as const;
  const told = pairs.map(([argument, inTemplate]) => ({
    argument,
    inTemplate,
    text: textOf(values, argument) ?? textOf(template, inTemplate) ?? '',
  }));
  return {
    ...Object.fromEntries(told.map(({ argument, text }) => [argument, text])),
    verification_message_template: [
      {
        default_email_option: 'CONFIRM_WITH_CODE',
        email_message_by_link: '',
        email_subject_by_link: '',
        ...Object.fromEntries(told.map(({ inTemplate, text }) => [inTemplate, text])),
      },
    ],
  };
}

/** The trigger before tokens are made has two names as well. Source: Cognito API Reference, LambdaConfigType. */
function triggers(values: SettledValues): SettledValues {
  const configured = blocksOf(values, 'lambda_config')[0] ?? {};
  const versioned = blocksOf(configured, 'pre_token_generation_config')[0] ?? {};
  const arn = textOf(configured, 'pre_token_generation') ?? textOf(versioned, 'lambda_arn');
  return {
    lambda_config: [
      {
        pre_token_generation: arn ?? '',
        pre_token_generation_config:
          arn === undefined ? [] : [{ lambda_arn: arn, lambda_version: 'V1_0' }],
      },
    ],
  };
}

function oneKindOfUsername(values: SettledValues): string | undefined {
  const isSet = (name: string): boolean => Array.isArray(values[name]) && values[name].length > 0;
  return isSet('alias_attributes') && isSet('username_attributes')
    ? '"alias_attributes": conflicts with username_attributes'
    : undefined;
}
