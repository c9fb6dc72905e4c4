import { resourceAt, type RuleSamples } from '../sample';

export const stageKeepsAccessLogs: RuleSamples = {
  failing: [
    {
      about: 'access logs are switched off',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_stage.Api_Stage'), {
            access_log_settings: {
              destination_arn: 'arn:aws:logs:us-west-2:123456789012:log-group:calls',
              format: '$context.requestId',
            },
          });
        },
      },
      head: {},
      says: /not written to an access log/,
    },
  ],
  passing: [
    {
      about: 'access logs are switched on',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_api_gateway_stage.Api_Stage'), {
            access_log_settings: {
              destination_arn: 'arn:aws:logs:us-west-2:123456789012:log-group:calls',
              format: '$context.requestId',
            },
          });
        },
      },
    },
  ],
};
