import { resourceAt, type RuleSamples } from '../sample';

export const tokenRevocationStaysOn: RuleSamples = {
  failing: [
    {
      about: 'revocation switched off',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            enable_token_revocation: false,
          });
        },
      },
      says: /cannot be revoked/,
    },
  ],
  passing: [
    {
      about: 'revocation switched on',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            enable_token_revocation: false,
          });
        },
      },
      head: {},
    },
  ],
};
