import type { ResourceFacts } from '../../resource/resource-facts';
import { cloudwatchLogGroup } from './cloudwatch-log-group';
import { cloudwatchLogMetricFilter } from './cloudwatch-log-metric-filter';
import { cloudwatchMetricAlarm } from './cloudwatch-metric-alarm';
import { snsTopic } from './sns-topic';
import { snsTopicPolicy } from './sns-topic-policy';
import { snsTopicSubscription } from './sns-topic-subscription';

export const ALARM_TYPES: readonly ResourceFacts[] = [
  cloudwatchLogGroup,
  cloudwatchLogMetricFilter,
  cloudwatchMetricAlarm,
  snsTopic,
  snsTopicPolicy,
  snsTopicSubscription,
];
