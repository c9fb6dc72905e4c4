import type { Cloud } from '../../resource/cloud';
import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, isValues, textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { METRIC_UNITS } from './metric-units';

export const cloudwatchLogMetricFilter: ResourceFacts = {
  type: 'aws_cloudwatch_log_metric_filter',
  source:
    'hashicorp/terraform-provider-aws internal/service/logs/metric_filter.go at 0f14e6f61f (v6.4x)',
  optionalComputed: ['apply_on_transformed_logs'],
  forceNew: ['log_group_name', 'name'],
  defaults: { 'metric_transformation.unit': 'None' },
  allowed: { 'metric_transformation.unit': METRIC_UNITS },
  within: 'log_group_name',
  conflict: silentOverwrite('Metric filter'),
  create: (values) => ({
    id: textOf(values, 'name') ?? '',
    apply_on_transformed_logs: values.apply_on_transformed_logs ?? false,
  }),
  checks: [logGroupExists, namesAreValid, defaultOrDimensions],
  importId: (named) => named.replace(/:([^:]*)$/, '/$1'),
};

function logGroupExists(values: SettledValues, cloud: Cloud): string | undefined {
  const group = textOf(values, 'log_group_name') ?? '';
  if (cloud.find('aws_cloudwatch_log_group', group) !== undefined) return undefined;
  return `ResourceNotFoundException: The specified log group does not exist: "${group}"`;
}

/** Source: provider's internal/service/logs/validate.go. */
function namesAreValid(values: SettledValues): string | undefined {
  const name = textOf(values, 'name') ?? '';
  if (!/^[^:*]{1,512}$/.test(name))
    return `"${name}" isn't a valid log metric name (must not contain colon nor asterisk)`;
  const offending = blocksOf(values, 'metric_transformation')
    .flatMap((transformation) => [
      textOf(transformation, 'name') ?? '',
      textOf(transformation, 'namespace') ?? '',
    ])
    .find((text) => !/^[^:*$]{1,255}$/.test(text));
  if (offending === undefined) return undefined;
  return `"${offending}" isn't a valid log metric transformation name (must not contain colon, asterisk nor dollar sign)`;
}

/** Source: CloudWatch Logs API Reference, MetricTransformation, defaultValue; the words are AWS's. */
function defaultOrDimensions(values: SettledValues): string | undefined {
  const both = blocksOf(values, 'metric_transformation').some(({ default_value, dimensions }) => {
    const hasDimensions = isValues(dimensions) && Object.keys(dimensions).length > 0;
    return (
      hasDimensions && default_value !== null && default_value !== undefined && default_value !== ''
    );
  });
  if (!both) return undefined;
  return 'InvalidParameterException: Invalid metric transformation: dimensions and default value are mutually exclusive properties';
}
