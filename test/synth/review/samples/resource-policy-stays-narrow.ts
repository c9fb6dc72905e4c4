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
