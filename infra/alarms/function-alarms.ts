import type { ApiFunction } from '../function/api-function';
import type { Alarm, Metric } from './alarm';

const FIVE_MINUTES = 300;

export function functionAlarms(apiFunction: ApiFunction): readonly Alarm[] {
  const metric = (metricName: string): Metric => ({
    namespace: 'AWS/Lambda',
    metricName,
    dimensions: { FunctionName: apiFunction.name },
  });
  return [
    {
      id: 'FunctionErrors',
      description: 'The function failed or ran out of time. Its log group has the request id.',
      metric: metric('Errors'),
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
    {
      id: 'FunctionThrottles',
      description:
        'Lambda turned calls away: the account runs as many functions at once as it may.',
      metric: metric('Throttles'),
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
  ];
}
