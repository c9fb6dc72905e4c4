import { resourceAt, type RuleSamples } from '../sample';

export const tokenLifetimeStaysShort: RuleSamples = {
  failing: [
    {
      about: 'access tokens of a day',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            access_token_validity: 1440,
          });
        },
      },
      says: /access tokens live `1440 minutes`, and lived `60 minutes`/,
    },
  ],
  passing: [
    {
      about: 'refresh tokens of a week',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            refresh_token_validity: 7,
          });
        },
      },
    },
  ],
};
