import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { Construct } from 'constructs';

import { ERROR_KIND, type AccessLogs } from '../api/access-logs';
import type { Environment } from '../environment';
import { kebabCase, type Names } from '../names';
import type { Metric } from './alarm';
import type { AlarmSet } from './alarm-set';

const FIVE_MINUTES = 300;

const REFUSALS = [
  {
    id: 'CallsThrottled',
    errorKind: 'THROTTLED',
    description: 'Calls were answered 429: faster than the usage plan or the stage allows.',
  },
  {
    id: 'QuotaExceeded',
    errorKind: 'QUOTA_EXCEEDED',
    description:
      'Calls were answered 429: the key used up its quota, and stays refused until the period ends.',
  },
] as const;

export interface AccessLogAlarmsProps {
  readonly names: Names;
  readonly environment: Environment;
  readonly accessLogs: AccessLogs;
  readonly alarms: AlarmSet;
}

/** Counts in the access log what API Gateway has no metric for: calls refused by a throttle or a quota. */
export class AccessLogAlarms extends Construct {
  constructor(scope: Construct, id: string, props: AccessLogAlarmsProps) {
    super(scope, id);
    for (const { id: name, errorKind, description } of REFUSALS) {
      const metric = this.count(name, errorKind, props);
      props.alarms.add([
        { id: name, description, metric, threshold: 1, periodSeconds: FIVE_MINUTES },
      ]);
    }
  }

  /** Without dimensions: a filter's own would be other metrics, and the alarm would see none of them. */
  private count(metricName: string, errorKind: string, props: AccessLogAlarmsProps): Metric {
    const namespace = `Gatehouse/${props.environment.name}`;
    new CloudwatchLogMetricFilter(this, metricName, {
      name: props.names.of(kebabCase(metricName)),
      logGroupName: props.accessLogs.logGroupName,
      pattern: `{ $.${ERROR_KIND} = "${errorKind}" }`,
      metricTransformation: { name: metricName, namespace, value: '1', defaultValue: '0' },
    });
    return { namespace, metricName, dimensions: {} };
  }
}
