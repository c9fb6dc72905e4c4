import { resourceAt, type RuleSamples } from '../sample';

export const deletionProtectionStaysOn: RuleSamples = {
  failing: [
    {
      about: 'the pool may be deleted',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            deletion_protection: 'ACTIVE',
          });
        },
      },
      head: {},
      says: /`deletion_protection` is off, and was on/,
    },
  ],
  passing: [
    {
      about: 'the pool is protected',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            deletion_protection: 'ACTIVE',
          });
        },
      },
    },
  ],
};
