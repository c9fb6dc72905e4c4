import { resourceAt, type RuleSamples } from '../sample';

export const identityPoolKeepsGuestsOut: RuleSamples = {
  failing: [
    {
      about: 'guests are let in',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_identity_pool.identities'), {
            allow_unauthenticated_identities: true,
          });
        },
      },
      says: /as a guest/,
    },
    {
      about: 'the classic flow is switched on',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_identity_pool.identities'), {
            allow_classic_flow: true,
          });
        },
      },
      says: /classic flow/,
    },
  ],
  passing: [
    {
      about: 'guests are put out again',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_identity_pool.identities'), {
            allow_unauthenticated_identities: true,
          });
        },
      },
      head: {},
    },
  ],
};
