import type { CloudwatchMetricAlarmMetricQuery } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';

import type { Api } from '../api/api';
import type { Environment } from '../environment';
import type { Alarm, Metric } from './alarm';

const FIVE_MINUTES = 300;
const ONE_MINUTE = 60;
/** Below it, one refused call of two would be "half of all calls fail". */
const FEWEST_CALLS = 20;
const REFUSED_PERCENT = 25;
const NEAR_THE_RATE = 0.8;

export interface ApiAlarmsProps {
  readonly api: Api;
  readonly environment: Environment;
}

/**
 * API Gateway publishes no metric of throttled calls: `4XXError` counts them together with every other refusal. What can be
 * seen without access logs is how near the calls come to the rate of the plan.
 * Source: API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics".
 */
export function apiAlarms({ api, environment }: ApiAlarmsProps): readonly Alarm[] {
  const metric = (metricName: string): Metric => ({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensions: { ApiName: api.name, Stage: api.stage.name },
  });
  const callsAMinute = environment.throttle.plan.ratePerSecond * ONE_MINUTE;
  return [
    {
      id: 'ApiServerErrors',
      description: 'The API answered with 5XX. Look at the log group of the function first.',
      metric: metric('5XXError'),
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
    {
      id: 'ApiRefusals',
      description: `${REFUSED_PERCENT} % or more of the calls were refused (4XX). A new client that signs wrongly, a key that was rotated, a throttle, or someone trying doors.`,
      queries: refusedShare(metric),
      threshold: REFUSED_PERCENT,
      periodSeconds: FIVE_MINUTES,
      periods: 2,
    },
    {
      id: 'ApiNearPlanRate',
      description: `Calls come near the ${environment.throttle.plan.ratePerSecond} a second of the usage plan: soon they will be answered 429. Raise the plan, or find out who calls.`,
      metric: metric('Count'),
      threshold: Math.floor(callsAMinute * NEAR_THE_RATE),
      periodSeconds: ONE_MINUTE,
    },
  ];
}

function refusedShare(metric: (name: string) => Metric): CloudwatchMetricAlarmMetricQuery[] {
  const sum = (id: string, name: string): CloudwatchMetricAlarmMetricQuery => ({
    id,
    metric: { ...metric(name), period: FIVE_MINUTES, stat: 'Sum' },
    returnData: false,
  });
  return [
    sum('refused', '4XXError'),
    sum('calls', 'Count'),
    {
      id: 'share',
      label: 'Refused calls, %',
      expression: `IF(calls >= ${FEWEST_CALLS}, 100 * refused / calls, 0)`,
      returnData: true,
    },
  ];
}
