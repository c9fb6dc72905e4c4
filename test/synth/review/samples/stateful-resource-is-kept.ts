import { resourceAt, type RuleSamples } from '../sample';

const USERS = 'aws_cognito_user_pool.users';

export const statefulResourceIsKept: RuleSamples = {
  failing: [
    {
      about: 'user names that tell capitals apart',
      head: {
        edit: (resources) => {
          resourceAt(resources, USERS).username_configuration = { case_sensitive: true };
        },
      },
      says: /it is replaced, because `username_configuration\[0\]\.case_sensitive` cannot be changed: all of its users/,
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
