import { resourceAt, type RuleSamples, type StackResources } from '../sample';

const METHOD = 'aws_api_gateway_method.Api_GetVip_Method';
const DEPLOYMENT = 'aws_api_gateway_deployment.Api_Deployment';

/** As in stacks that trust in a hash alone. */
const withoutTriggers = (resources: StackResources): void => {
  const lifecycle = { create_before_destroy: true };
  Object.assign(resourceAt(resources, DEPLOYMENT), { lifecycle });
};

const nameOperation = (resources: StackResources): void => {
  resourceAt(resources, METHOD).operation_name = 'GetVip';
};

export const deploymentFollowsMethods: RuleSamples = {
  failing: [
    {
      about: 'a method changes, and the hash does not',
      base: { edit: withoutTriggers },
      head: {
        edit: (resources) => {
          withoutTriggers(resources);
          nameOperation(resources);
        },
      },
      says: /it is not made anew, though `aws_api_gateway_method.Api_GetVip_Method` changed/,
    },
  ],
  passing: [
    {
      about: 'a new hash with it',
      base: { edit: withoutTriggers },
      head: {
        edit: (resources) => {
          withoutTriggers(resources);
          nameOperation(resources);
          resourceAt(resources, DEPLOYMENT).triggers = { redeployment: 'another' };
        },
      },
    },
    {
      about: 'a method that triggers the deployment by itself',
      head: { edit: nameOperation },
    },
    {
      about: 'another usage plan',
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
