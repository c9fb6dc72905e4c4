import type { RuleSamples, Sample } from '../sample';

const topicPolicy = (about: string, more: object): Sample => ({
  about,
  head: {
    edit: (resources) => {
      const statement = {
        Sid: 'Publish',
        Effect: 'Allow',
        Action: 'sns:Publish',
        Resource: '${aws_sns_topic.Alarms_Topic.arn}',
        ...more,
      };
      resources.aws_sns_topic_policy = {
        alarms: {
          arn: '${aws_sns_topic.Alarms_Topic.arn}',
          policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
        },
      };
    },
  },
});

export const resourcePolicyStaysNarrow: RuleSamples = {
  failing: [
    {
      ...topicPolicy('a topic that anybody may publish to', { Principal: { AWS: '*' } }),
      says: /^anybody may do `sns:Publish`$/,
    },
    {
      ...topicPolicy('a topic of every account that some ARN names', {
        Principal: '*',
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:*:*:*:*' } },
      }),
      says: /^anybody may do `sns:Publish`, under conditions that keep nobody out$/,
    },
    {
      about: 'an API that lets in whoever signs',
      head: {
        edit: (resources) => {
          const open = {
            Effect: 'Allow',
            Principal: '*',
            Action: 'execute-api:Invoke',
            Resource: 'execute-api:/*',
          };
          resources.aws_api_gateway_rest_api_policy = {
            Open: {
              rest_api_id: '${aws_api_gateway_rest_api.api.id}',
              policy: JSON.stringify({ Version: '2012-10-17', Statement: [open] }),
            },
          };
        },
      },
      says: /^anybody may do `execute-api:Invoke`$/,
    },
  ],
  passing: [
    topicPolicy('a topic that CloudWatch publishes to', {
      Principal: { Service: 'cloudwatch.amazonaws.com' },
    }),
    topicPolicy('a topic for its own account', {
      Principal: { AWS: '*' },
      Condition: { StringEquals: { 'AWS:SourceOwner': '123456789012' } },
    }),
  ],
};
