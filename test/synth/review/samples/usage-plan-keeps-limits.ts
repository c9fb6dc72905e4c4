import { resourceAt, type RuleSamples } from '../sample';

export const usagePlanKeepsLimits: RuleSamples = {
  failing: [
    {
      about: 'no quota any more',
      head: {
        edit: (resources) => {
          delete resourceAt(resources, 'aws_api_gateway_usage_plan.Api_Plan').quota_settings;
        },
      },
      says: /there is no `quota_settings.limit`/,
    },
    {
      about: 'twenty times the rate',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_usage_plan.Api_Plan'), {
            throttle_settings: { burst_limit: 100, rate_limit: 1000 },
          });
        },
      },
      says: /rate_limit` is `1000`, and was `50`/,
    },
  ],
  passing: [
    {
      about: 'half the rate',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_usage_plan.Api_Plan'), {
            throttle_settings: { burst_limit: 100, rate_limit: 25 },
          });
        },
      },
    },
  ],
};
