import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';

import { literal } from '../literal';
import { kebabCase, type Names } from '../names';
import type { Alarm } from './alarm';

export interface AlarmSetProps {
  readonly names: Names;
  readonly topicArn: string;
}

/** Makes alarms of descriptions of them; each tells the topic when it goes off and when it is over. */
export class AlarmSet extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AlarmSetProps,
  ) {
    super(scope, id);
  }

  add(alarms: readonly Alarm[]): void {
    for (const alarm of alarms)
      new CloudwatchMetricAlarm(this, alarm.id, {
        alarmName: this.props.names.of(kebabCase(alarm.id)),
        alarmDescription: literal(alarm.description),
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        threshold: alarm.threshold,
        evaluationPeriods: alarm.periods ?? 1,
        // No calls at all is a quiet night, not an outage.
        treatMissingData: 'notBreaching',
        alarmActions: [this.props.topicArn],
        okActions: [this.props.topicArn],
        ...measured(alarm),
      });
  }
}

function measured(alarm: Alarm): Partial<CloudwatchMetricAlarmConfig> {
  if ('queries' in alarm) return { metricQuery: [...alarm.queries] };
  const { metric, periodSeconds } = alarm;
  return {
    namespace: metric.namespace,
    metricName: metric.metricName,
    dimensions: { ...metric.dimensions },
    statistic: 'Sum',
    period: periodSeconds,
  };
}
