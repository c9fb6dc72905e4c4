import type { RuleSamples } from '../sample';

export const resourceTypeIsKnown: RuleSamples = {
  failing: [
    {
      about: 'a function URL beside the API',
      head: {
        edit: (resources) => {
          const url = { function_name: 'gatehouse-dev-api', authorization_type: 'NONE' };
          resources.aws_lambda_function_url = { back_door: url };
        },
      },
      says: /type `aws_lambda_function_url` is not known here/,
      cannotBePlanned: true,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
