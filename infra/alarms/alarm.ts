import type { CloudwatchMetricAlarmMetricQuery } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';

/** One metric of CloudWatch, with every dimension it is published under: with one less, an alarm never has data. */
export interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface AlarmBase {
  /** Construct id and, in kebab-case, the end of its name. */
  readonly id: string;
  /** What it means and what to do, for whoever is woken by it. */
  readonly description: string;
  /** Goes off at this value and above. */
  readonly threshold: number;
  readonly periodSeconds: number;
  /** How many periods in a row. @default 1 */
  readonly periods?: number;
}

/** Over the sum of one metric. */
export interface SumAlarm extends AlarmBase {
  readonly metric: Metric;
}

/** Over an expression of several. */
export interface ExpressionAlarm extends AlarmBase {
  readonly queries: readonly CloudwatchMetricAlarmMetricQuery[];
}

export type Alarm = SumAlarm | ExpressionAlarm;
