import type { Cloud } from '../../resource/cloud';

/** In the words of SNS. Source: SNS API Reference, Subscribe and SetTopicAttributes, NotFound. */
export function topicProblem(arn: string, cloud: Cloud): string | undefined {
  return cloud.find('aws_sns_topic', arn) === undefined
    ? `NotFound: Topic does not exist: "${arn}"`
    : undefined;
}
