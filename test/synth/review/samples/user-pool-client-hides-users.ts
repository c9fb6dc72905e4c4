import { resourceAt, type RuleSamples } from '../sample';

export const userPoolClientHidesUsers: RuleSamples = {
  failing: [
    {
      about: 'errors as they were of old',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            prevent_user_existence_errors: 'LEGACY',
          });
        },
      },
      says: /tell who has an account/,
    },
  ],
  passing: [
    {
      about: 'the other way round',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            prevent_user_existence_errors: 'LEGACY',
          });
        },
      },
      head: {},
    },
  ],
};
