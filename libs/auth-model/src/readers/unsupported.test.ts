import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const POOL = 'aws_cognito_user_pool.users';
const CLIENT = 'aws_cognito_user_pool_client.client';
const IDENTITIES = 'aws_cognito_identity_pool.identities';

const UNSUPPORTED: readonly (readonly [string, string, JsonObject])[] = [
  [POOL, 'mfa_configuration', { mfa_configuration: 'ON' }],
  [POOL, 'alias_attributes', { alias_attributes: ['email'] }],
  [POOL, 'username_attributes', { username_attributes: ['email'] }],
  [
    POOL,
    'device_configuration',
    { device_configuration: { challenge_required_on_new_device: true } },
  ],
  [POOL, 'lambda_config.pre_sign_up', { lambda_config: { pre_sign_up: 'arn:x' } }],
  [
    POOL,
    'sign_in_policy',
    { sign_in_policy: { allowed_first_auth_factors: ['PASSWORD', 'WEB_AUTHN'] } },
  ],
  [POOL, 'user_pool_add_ons', { user_pool_add_ons: { advanced_security_mode: 'ENFORCED' } }],
  [
    POOL,
    'verification_message_template.default_email_option',
    { verification_message_template: { default_email_option: 'CONFIRM_WITH_LINK' } },
  ],
  [
    POOL,
    'password_policy.password_history_size',
    { password_policy: { minimum_length: 8, password_history_size: 3 } },
  ],
  [CLIENT, 'generate_secret', { generate_secret: true }],
  [CLIENT, 'allowed_oauth_flows_user_pool_client', { allowed_oauth_flows_user_pool_client: true }],
  [CLIENT, 'supported_identity_providers', { supported_identity_providers: ['COGNITO', 'Google'] }],
  [IDENTITIES, 'saml_provider_arns', { saml_provider_arns: ['arn:saml'] }],
  [IDENTITIES, 'openid_connect_provider_arns', { openid_connect_provider_arns: ['arn:o/x'] }],
  [IDENTITIES, 'developer_provider_name', { developer_provider_name: 'own' }],
  [
    IDENTITIES,
    'supported_login_providers',
    { supported_login_providers: { 'accounts.google.com': 'x' } },
  ],
];

for (const [address, attribute, body] of UNSUPPORTED) {
  test(`says aloud that ${attribute} is not played`, () => {
    const { unsupported } = modelOf(withResource(stackJson(), address, body));
    assert.deepEqual(
      unsupported.map((entry) => [entry.address, entry.attribute]),
      [[address, attribute]],
    );
  });
}

test('is silent about what is switched off, or needs nothing to be played', () => {
  const stack = withResource(stackJson(), POOL, {
    mfa_configuration: 'OPTIONAL',
    software_token_mfa_configuration: { enabled: true },
    sign_in_policy: { allowed_first_auth_factors: ['PASSWORD'] },
    user_pool_add_ons: { advanced_security_mode: 'OFF' },
    user_pool_tier: 'ESSENTIALS',
    deletion_protection: 'ACTIVE',
  });
  const quiet = withResource(stack, CLIENT, {
    generate_secret: false,
    supported_identity_providers: ['COGNITO'],
  });
  const model = modelOf(quiet);
  assert.deepEqual(model.unsupported, []);
  assert.equal(model.userPools[0]?.mfa, 'OPTIONAL');
});

const rulesAbout = (claim: string, matchType: string): JsonObject => ({
  role_mapping: [
    {
      identity_provider: 'p:c',
      type: 'Rules',
      ambiguous_role_resolution: 'Deny',
      mapping_rule: [
        { claim, match_type: matchType, value: 'x', role_arn: '${aws_iam_role.admin.arn}' },
      ],
    },
  ],
});
const ROLES = 'aws_cognito_identity_pool_roles_attachment.roles';

for (const claim of ['cognito:groups', 'cognito:roles']) {
  for (const matchType of ['Equals', 'StartsWith', 'NotEqual']) {
    test(`says aloud that nobody knows what ${claim} ${matchType} means, as the claim is a list`, () => {
      const stack = withResource(stackJson(), ROLES, rulesAbout(claim, matchType));
      const { unsupported } = modelOf(stack);
      assert.deepEqual(
        unsupported.map((entry) => [entry.address, entry.attribute]),
        [[ROLES, 'role_mapping[0].mapping_rule[0].match_type']],
      );
      assert.match(unsupported[0]?.because ?? '', /InternalErrorException; use Contains/);
    });
  }
}

test('is silent about rules that find a group by its name, or look at a text', () => {
  for (const rules of [rulesAbout('cognito:groups', 'Contains'), rulesAbout('email', 'Equals')])
    assert.deepEqual(modelOf(withResource(stackJson(), ROLES, rules)).unsupported, []);
});
