import { resourceAt, type RuleSamples } from '../sample';

export const userPoolClientRefusesPlainPasswords: RuleSamples = {
  failing: [
    {
      about: 'a flow with the password in plain text',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            explicit_auth_flows: [
              'ALLOW_USER_SRP_AUTH',
              'ALLOW_USER_PASSWORD_AUTH',
              'ALLOW_REFRESH_TOKEN_AUTH',
            ],
          });
        },
      },
      says: /ALLOW_USER_PASSWORD_AUTH/,
    },
  ],
  passing: [
    {
      about: 'a flow less',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'],
          });
        },
      },
    },
  ],
};
