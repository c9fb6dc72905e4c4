import { resourceAt, type RuleSamples } from '../sample';

export const encryptionStaysOn: RuleSamples = {
  failing: [
    {
      about: 'the key of the logs is taken away',
      base: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cloudwatch_log_group.Function_Logs'), {
            kms_key_id:
              'arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555',
          });
        },
      },
      head: {},
      says: /`kms_key_id` is `not set`/,
    },
  ],
  passing: [
    {
      about: 'the logs get a key',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cloudwatch_log_group.Function_Logs'), {
            kms_key_id:
              'arn:aws:kms:us-west-2:123456789012:key/11111111-2222-3333-4444-555555555555',
          });
        },
      },
    },
  ],
};
