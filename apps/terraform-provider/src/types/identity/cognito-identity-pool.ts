import type { ResourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';

export const cognitoIdentityPool: ResourceFacts = {
  type: 'aws_cognito_identity_pool',
  source:
    'hashicorp/terraform-provider-aws internal/service/cognitoidentity/pool.go of 2024 (v5, SDK for Go v2), which the changelog of v6.0.0 to v6.25.0 does ' +
    'not change; issue 49638 sees identity_pool_name replace the pool still in v6.61',
  forceNew: ['developer_provider_name', 'identity_pool_name'],
  defaults: {
    allow_classic_flow: false,
    allow_unauthenticated_identities: false,
    'cognito_identity_providers.server_side_token_check': false,
  },
  create(values, cloud) {
    const id = cloud.newId('identity-pool', textOf(values, 'identity_pool_name') ?? '');
    return {
      id,
      arn: `arn:aws:cognito-identity:${cloud.region}:${cloud.accountId}:identitypool/${id}`,
    };
  },
};
