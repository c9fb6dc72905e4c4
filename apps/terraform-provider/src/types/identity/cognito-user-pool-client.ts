import type { ResourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';
import { tokensLastAsLongAsTheyMay } from './token-validity';
import { userPoolExists } from './user-pool-exists';

const UNITS = ['seconds', 'minutes', 'hours', 'days'];

export const cognitoUserPoolClient: ResourceFacts = {
  type: 'aws_cognito_user_pool_client',
  source:
    'hashicorp/terraform-provider-aws internal/service/cognitoidp/user_pool_client.go of 2026 (v6.3x), which agrees with the flags that ' +
    '@cdktf/provider-aws 21.22.1 carries of v6.25.0',
  optionalComputed: [
    'access_token_validity',
    'allowed_oauth_flows',
    'allowed_oauth_flows_user_pool_client',
    'allowed_oauth_scopes',
    'analytics_configuration.role_arn',
    'analytics_configuration.user_data_shared',
    'auth_session_validity',
    'callback_urls',
    'default_redirect_uri',
    'enable_propagate_additional_user_context_data',
    'enable_token_revocation',
    'explicit_auth_flows',
    'id_token_validity',
    'logout_urls',
    'prevent_user_existence_errors',
    'read_attributes',
    'refresh_token_validity',
    'supported_identity_providers',
    'token_validity_units.access_token',
    'token_validity_units.id_token',
    'token_validity_units.refresh_token',
    'write_attributes',
  ],
  forceNew: ['generate_secret', 'user_pool_id'],
  defaults: {
    'token_validity_units.access_token': 'hours',
    'token_validity_units.id_token': 'hours',
    'token_validity_units.refresh_token': 'days',
  },
  sensitive: ['client_secret'],
  allowed: {
    allowed_oauth_flows: ['code', 'implicit', 'client_credentials'],
    explicit_auth_flows: [
      'ADMIN_NO_SRP_AUTH',
      'CUSTOM_AUTH_FLOW_ONLY',
      'USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
    ],
    prevent_user_existence_errors: ['LEGACY', 'ENABLED'],
    'refresh_token_rotation.feature': ['ENABLED', 'DISABLED'],
    'token_validity_units.access_token': UNITS,
    'token_validity_units.id_token': UNITS,
    'token_validity_units.refresh_token': UNITS,
  },
  create(values, cloud) {
    const key = `${textOf(values, 'user_pool_id') ?? ''}/${textOf(values, 'name') ?? ''}`;
    return {
      id: cloud.newId('user-pool-client', key),
      client_secret: values.generate_secret === true ? cloud.newId('client-secret', key) : '',
      // Source: Cognito API Reference, CreateUserPoolClient.
      auth_session_validity: 3,
      enable_token_revocation: true,
      refresh_token_validity: 30,
    };
  },
  checks: [userPoolExists, tokensLastAsLongAsTheyMay],
  importId: (named) => named.split('/')[1] ?? named,
};
