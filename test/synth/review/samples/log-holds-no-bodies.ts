import { resourceAt, type RuleSamples } from '../sample';

export const logHoldsNoBodies: RuleSamples = {
  failing: [
    {
      about: 'requests are traced with their data',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(resources, 'aws_api_gateway_method_settings.Api_Stage_EveryRoute')
              .settings as object,
            { data_trace_enabled: true, logging_level: 'INFO' },
          );
        },
      },
      says: /whole requests and answers are written to its log/,
    },
  ],
  passing: [
    {
      about: 'errors are logged, and no data',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(resources, 'aws_api_gateway_method_settings.Api_Stage_EveryRoute')
              .settings as object,
            { logging_level: 'ERROR' },
          );
        },
      },
    },
  ],
};
