import { resourceAt, type RuleSamples } from '../sample';

export const deploymentFollowsMethods: RuleSamples = {
  failing: [
    {
      about: 'a method changes, and the hash does not',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method'), {
            operation_name: 'GetVip',
          });
        },
      },
      says: /it is not made anew, though `aws_api_gateway_method.Api_GetVip_Method` changed/,
    },
  ],
  passing: [
    {
      about: 'a new hash with it',
      head: {
        edit: (resources) => {
          resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method').operation_name =
            'GetVip';
          resourceAt(resources, 'aws_api_gateway_deployment.Api_Deployment').triggers = {
            redeployment: 'another',
          };
        },
      },
    },
    {
      about: 'a usage plan changes',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_usage_plan.Api_Plan'), {
            description: 'in other words',
          });
        },
      },
    },
  ],
};
