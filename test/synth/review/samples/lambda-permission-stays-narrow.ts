import { resourceAt, type RuleSamples, type SampleStack } from '../sample';

const PERMISSION = 'aws_lambda_permission.Api_Permissions_GetVip';
const BY_BUCKET = { principal: 's3.amazonaws.com', source_arn: 'arn:aws:s3:::inbox' };

function permitting(values: Readonly<Record<string, unknown>>): SampleStack {
  return {
    edit: (resources) => {
      Object.assign(resourceAt(resources, PERMISSION), values);
    },
  };
}

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
    {
      about: 'an API of somebody else',
      head: permitting({ source_arn: 'arn:aws:execute-api:us-west-2:210987654321:x/prod/GET/vip' }),
      says: /an API that is not of this stack may invoke it/,
    },
    {
      about: 'more than to invoke',
      head: permitting({ action: 'lambda:*' }),
      says: /it permits `lambda:\*`, which is more than to invoke/,
    },
    {
      about: 'whoever gets the name of a bucket',
      base: permitting({ ...BY_BUCKET, source_account: '123456789012' }),
      head: permitting(BY_BUCKET),
      says: /whoever has the bucket of `arn:aws:s3:::inbox` may invoke the function/,
    },
  ],
  passing: [
    { about: 'the first deployment', base: null, head: {} },
    {
      about: 'a function that runs every night',
      head: {
        edit: (resources) => {
          Object.assign(resources.aws_lambda_permission ?? {}, {
            Nightly: {
              ...resourceAt(resources, PERMISSION),
              statement_id: 'AllowNightly',
              principal: 'events.amazonaws.com',
              source_arn: 'arn:aws:events:us-west-2:123456789012:rule/nightly',
            },
          });
        },
      },
    },
  ],
};
