import type { ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { textOf } from '../reading';
import { ALARM_CHECKS } from './alarm-checks';
import { METRIC_UNITS } from './metric-units';

export const cloudwatchMetricAlarm: ResourceFacts = {
  type: 'aws_cloudwatch_metric_alarm',
  source:
    'hashicorp/terraform-provider-aws internal/service/cloudwatch/metric_alarm.go at 055611a654 (v6), consts.go for the enums',
  schemaVersion: 1,
  optionalComputed: ['evaluate_low_sample_count_percentiles'],
  forceNew: ['alarm_name'],
  defaults: {
    actions_enabled: true,
    'metric_query.return_data': false,
    treat_missing_data: 'missing',
  },
  allowed: {
    comparison_operator: [
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
      'LessThanLowerOrGreaterThanUpperThreshold',
      'LessThanLowerThreshold',
      'GreaterThanUpperThreshold',
    ],
    evaluate_low_sample_count_percentiles: ['evaluate', 'ignore'],
    'metric_query.metric.unit': METRIC_UNITS,
    statistic: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'],
    treat_missing_data: ['breaching', 'ignore', 'missing', 'notBreaching'],
    unit: METRIC_UNITS,
  },
  conflict: silentOverwrite('Alarm'),
  create(values, cloud) {
    const name = textOf(values, 'alarm_name') ?? '';
    return {
      id: name,
      arn: `arn:aws:cloudwatch:${cloud.region}:${cloud.accountId}:alarm:${name}`,
      evaluate_low_sample_count_percentiles:
        textOf(values, 'evaluate_low_sample_count_percentiles') ?? '',
    };
  },
  checks: ALARM_CHECKS,
};
