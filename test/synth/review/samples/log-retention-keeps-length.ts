import { resourceAt, type RuleSamples } from '../sample';

export const logRetentionKeepsLength: RuleSamples = {
  failing: [
    {
      about: 'three days in place of fourteen',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cloudwatch_log_group.Function_Logs'), {
            retention_in_days: 3,
          });
        },
      },
      says: /kept `3 days`, and were kept `14 days`/,
    },
  ],
  passing: [
    {
      about: 'a year in place of fourteen days',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cloudwatch_log_group.Function_Logs'), {
            retention_in_days: 365,
          });
        },
      },
    },
  ],
};
