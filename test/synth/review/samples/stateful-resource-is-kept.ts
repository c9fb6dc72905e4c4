import { resourceAt, type RuleSamples } from '../sample';

const USERS = 'aws_cognito_user_pool.users';

export const statefulResourceIsKept: RuleSamples = {
  failing: [
    {
      about: 'another name of the user pool',
      head: {
        edit: (resources) => {
          resourceAt(resources, USERS).name = 'another-name';
        },
      },
      says: /it is replaced, because `name` cannot be changed: all of its users/,
      needsPlan: true,
    },
  ],
  passing: [
    {
      about: 'an update in place',
      head: {
        edit: (resources) => {
          resourceAt(resources, USERS).mfa_configuration = 'OPTIONAL';
        },
      },
    },
  ],
};
