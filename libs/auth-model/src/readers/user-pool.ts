import type { BlockReader } from '../block-reader';
import { asNumber, asOneOf, asText, asTexts } from '../json-types';
import type { PasswordPolicy, UserPool, VerificationMessage } from '../model-identity';
import { withoutUndefined } from '../without-undefined';
import { readSchemaAttribute } from './user-pool-schema';

export type UserPoolPart = Omit<UserPool, 'clients' | 'groups'>;

/** What Cognito asks of passwords where nothing is said. Source: Cognito Developer Guide, "Adding user pool password requirements". */
const DEFAULT_PASSWORD_POLICY: PasswordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
};

/** Source: Cognito Developer Guide, "Configuring email verification messages". */
const DEFAULT_VERIFICATION: VerificationMessage = {
  emailSubject: 'Your verification code',
  emailMessage: 'Your verification code is {####}',
};

/** Source: Cognito user pools API reference, "CreateUserPool"; usernames are case-sensitive unless said otherwise. */
export function readUserPool(block: BlockReader): UserPoolPart {
  const mfa = block.optional('mfa_configuration', asOneOf('OFF', 'OPTIONAL', 'ON')) ?? 'OFF';
  if (mfa === 'ON') {
    block.reportUnsupported(
      'mfa_configuration',
      'a second factor is not asked for: users sign in with their password alone',
    );
  }
  block.told('arn', 'creation_date', 'custom_domain', 'domain', 'endpoint');
  block.told('estimated_number_of_users', 'last_modified_date');
  refuseWhatIsNotPlayed(block);
  return {
    address: block.address,
    id: block.computed('id'),
    name: block.text('name'),
    arn: block.computed('arn'),
    providerName: block.computed('endpoint'),
    usernameCaseSensitive:
      block.block('username_configuration')?.boolean('case_sensitive', true) ?? true,
    adminCreateUserOnly: readAdminCreateUserOnly(block),
    autoVerifiedAttributes: block.optional('auto_verified_attributes', asTexts) ?? [],
    passwordPolicy: readPasswordPolicy(block),
    schema: block.blocks('schema').map(readSchemaAttribute),
    verification: readVerification(block),
    mfa,
    triggers: readTriggers(block),
  };
}

function refuseWhatIsNotPlayed(block: BlockReader): void {
  // Mail goes to the outbox, no text messages are sent, and no operation reaches account recovery or attribute updates.
  block.ignore('account_recovery_setting', 'email_configuration', 'sms_configuration');
  block.ignore(
    'sms_authentication_message',
    'sms_verification_message',
    'user_attribute_update_settings',
  );
  // Terraform's own safety catch, what the pool costs, and factors that a user has to enrol first.
  block.ignore('deletion_protection', 'user_pool_tier', 'software_token_mfa_configuration');
  block.unsupported('alias_attributes', 'users sign in with their username only');
  block.unsupported('username_attributes', 'users sign in with their username only');
  block.unsupported('device_configuration', 'devices are not remembered');
  block.unsupported('email_mfa_configuration', 'no codes are mailed at sign-in');
  block.unsupported('web_authn_configuration', 'there are no passkeys');
  const factors =
    block.block('sign_in_policy')?.optional('allowed_first_auth_factors', asTexts) ?? [];
  if (factors.some((factor) => factor !== 'PASSWORD')) {
    block.reportUnsupported('sign_in_policy', 'users sign in with their password only');
  }
  const addOns = block.block('user_pool_add_ons');
  if ((addOns?.optional('advanced_security_mode', asText) ?? 'OFF') !== 'OFF') {
    block.reportUnsupported('user_pool_add_ons', 'there is no threat protection');
  }
}

function readAdminCreateUserOnly(block: BlockReader): boolean {
  const config = block.block('admin_create_user_config');
  config?.ignore('invite_message_template');
  const only = config?.boolean('allow_admin_create_user_only', false) ?? false;
  config?.end();
  return only;
}

/** A policy that is given says everything: what it leaves out is not asked for. */
function readPasswordPolicy(block: BlockReader): PasswordPolicy {
  const policy = block.block('password_policy');
  if (policy === undefined) return DEFAULT_PASSWORD_POLICY;
  // Temporary passwords are made by administrators, whose operations are not played.
  policy.ignore('temporary_password_validity_days');
  if (policy.number('password_history_size', 0) > 0) {
    policy.reportUnsupported('password_history_size', 'old passwords are not remembered');
  }
  const read: PasswordPolicy = {
    minimumLength: policy.attempt(
      'minimum_length',
      () => policy.required('minimum_length', asNumber),
      () => DEFAULT_PASSWORD_POLICY.minimumLength,
    ),
    requireLowercase: policy.boolean('require_lowercase', false),
    requireUppercase: policy.boolean('require_uppercase', false),
    requireNumbers: policy.boolean('require_numbers', false),
    requireSymbols: policy.boolean('require_symbols', false),
  };
  policy.end();
  return read;
}

/** The template wins over the older arguments. Source: Cognito user pools API reference, "VerificationMessageTemplateType". */
function readVerification(block: BlockReader): VerificationMessage {
  const older = withoutUndefined({
    emailSubject: block.optional('email_verification_subject', asText),
    emailMessage: block.optional('email_verification_message', asText),
  });
  const template = block.block('verification_message_template');
  if (template === undefined) return { ...DEFAULT_VERIFICATION, ...older };
  template.ignore('sms_message', 'email_message_by_link', 'email_subject_by_link');
  if (template.optional('default_email_option', asText) === 'CONFIRM_WITH_LINK') {
    template.reportUnsupported(
      'default_email_option',
      'verification mails hold a code, not a link',
    );
  }
  const newer = withoutUndefined({
    emailSubject: template.optional('email_subject', asText),
    emailMessage: template.optional('email_message', asText),
  });
  template.end();
  return { ...DEFAULT_VERIFICATION, ...older, ...newer };
}

/** Trigger name → function ARN, in Terraform's names. Two kinds of trigger are blocks with a version. */
function readTriggers(block: BlockReader): Readonly<Record<string, string>> {
  const config = block.block('lambda_config');
  if (config === undefined) return {};
  const triggers = config
    .names()
    .filter((name) => name !== 'kms_key_id' && config.isSet(name))
    .map((name): readonly [string, string] => {
      if (!NESTED_TRIGGERS.includes(name)) return [name, config.text(name)];
      return [name, config.block(name)?.text('lambda_arn') ?? ''];
    });
  for (const [name] of triggers) config.reportUnsupported(name, 'triggers are not run');
  return Object.fromEntries(triggers);
}

const NESTED_TRIGGERS = ['custom_email_sender', 'custom_sms_sender', 'pre_token_generation_config'];
