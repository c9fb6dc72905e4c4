import { resourceAt, type RuleSamples } from '../sample';

export const signUpStaysClosed: RuleSamples = {
  failing: [
    {
      about: 'a closed pool opens',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            admin_create_user_config: { allow_admin_create_user_only: true },
          });
        },
      },
      head: {},
      says: /anybody may sign up/,
    },
  ],
  passing: [
    {
      about: 'an open pool closes',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            admin_create_user_config: { allow_admin_create_user_only: true },
          });
        },
      },
    },
  ],
};
