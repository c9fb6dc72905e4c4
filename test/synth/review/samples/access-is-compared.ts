import { resourceAt, type RuleSamples } from '../sample';

const INTEGRATION = 'aws_api_gateway_integration.Api_GetVip_Integration';
const LAYER = 'arn:aws:lambda:us-west-2:123456789012:layer:tools:1';

export const accessIsCompared: RuleSamples = {
  failing: [
    {
      about: 'an integration that leads elsewhere',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, INTEGRATION), {
            type: 'HTTP_PROXY',
            integration_http_method: 'GET',
            uri: 'https://elsewhere.example',
          });
        },
      },
      says: /access was compared without `type`: .* is HTTP_PROXY, but only AWS_PROXY and MOCK/,
    },
    {
      about: 'a policy that is no JSON',
      head: {
        edit: (resources) => {
          const policy = resourceAt(resources, 'aws_iam_role_policy.Roles_Member_Policy');
          policy.policy = `\u0001${String(policy.policy)}`;
        },
      },
      says: /^access was compared without `policy`|^whether `member` can call .* cannot be told/,
      cannotBePlanned: true,
    },
    {
      about: 'an authorizer of somebody’s own',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method'), {
            authorization: 'CUSTOM',
            authorizer_id: 'abc123',
          });
        },
      },
      says: /^whether .* can call `GET \/vip` cannot be told: the authorization CUSTOM is not decided here/,
      cannotBePlanned: true,
    },
  ],
  passing: [
    { about: 'the first deployment', base: null, head: {} },
    {
      about: 'a layer under the function',
      head: {
        edit: (resources) => {
          resourceAt(resources, 'aws_lambda_function.Function_Lambda').layers = [LAYER];
        },
      },
    },
  ],
};
