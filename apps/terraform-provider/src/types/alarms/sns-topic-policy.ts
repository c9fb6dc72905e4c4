import type { ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { textOf } from '../reading';
import { topicPolicyProblem } from './topic-policy-problem';
import { topicProblem } from './topic-problem';

export const snsTopicPolicy: ResourceFacts = {
  type: 'aws_sns_topic_policy',
  source:
    'hashicorp/terraform-provider-aws internal/service/sns/topic_policy.go at 00a35305dc (v6)',
  forceNew: ['arn'],
  conflict: silentOverwrite('The policy of topic'),
  create: (values, cloud) => ({ id: textOf(values, 'arn') ?? '', owner: cloud.accountId }),
  checks: [
    (values, cloud) => topicProblem(textOf(values, 'arn') ?? '', cloud),
    (values) => topicPolicyProblem(textOf(values, 'policy') ?? ''),
  ],
};
