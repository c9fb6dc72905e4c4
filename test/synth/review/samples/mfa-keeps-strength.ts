import { resourceAt, type RuleSamples } from '../sample';

export const mfaKeepsStrength: RuleSamples = {
  failing: [
    {
      about: 'a second factor is asked of nobody',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            mfa_configuration: 'ON',
            software_token_mfa_configuration: { enabled: true },
          });
        },
      },
      head: {},
      says: /MFA is `OFF`, and was `ON`/,
    },
  ],
  passing: [
    {
      about: 'a second factor may be chosen',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            mfa_configuration: 'OPTIONAL',
            software_token_mfa_configuration: { enabled: true },
          });
        },
      },
    },
  ],
};
