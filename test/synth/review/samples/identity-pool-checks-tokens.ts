import type { JsonBody } from '../../../terraform/workspace';
import { resourceAt, type RuleSamples } from '../sample';

export const identityPoolChecksTokens: RuleSamples = {
  failing: [
    {
      about: 'the check switched off',
      head: {
        edit: (resources) => {
          const [provider] = resourceAt(resources, 'aws_cognito_identity_pool.identities')
            .cognito_identity_providers as JsonBody[];
          if (provider) provider.server_side_token_check = false;
        },
      },
      says: /not checked with the user pool/,
    },
  ],
  passing: [
    {
      about: 'another name of the pool',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_identity_pool.identities'), {
            identity_pool_name: 'renamed',
          });
        },
      },
    },
  ],
};
