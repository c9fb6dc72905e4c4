import { resourceAt, type RuleSamples } from '../sample';

export const userPoolClientHasNoSecret: RuleSamples = {
  failing: [
    {
      about: 'the client of the browser gets a secret',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            generate_secret: true,
          });
        },
      },
      says: /no browser can keep/,
    },
  ],
  passing: [
    {
      about: 'another name of the client',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            name: 'renamed',
          });
        },
      },
    },
  ],
};
