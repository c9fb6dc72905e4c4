import { resourceAt, type RuleSamples } from '../sample';

export const lambdaPermissionStaysNarrow: RuleSamples = {
  failing: [
    {
      about: 'any API of anybody',
      head: {
        edit: (resources) => {
          delete resourceAt(resources, 'aws_lambda_permission.Api_Permissions_GetVip').source_arn;
        },
      },
      says: /for anybody of any account/,
    },
    {
      about: 'every method',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_lambda_permission.Api_Permissions_GetVip'), {
            source_arn: '${aws_api_gateway_rest_api.api.execution_arn}/*/*',
          });
        },
      },
      says: /every method of the API/,
    },
    {
      about: 'anybody',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_lambda_permission.Api_Permissions_GetVip'), {
            principal: '*',
          });
        },
      },
      says: /anybody may invoke the function/,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
