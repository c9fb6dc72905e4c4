import type { Check } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, numberOf, textOf, textsOf } from '../reading';

const HOUR = 3600;
const DAY = 86_400;
const WEEK = 604_800;
const MAX_ACTIONS = 5;

/** Source: CloudWatch API Reference, PutMetricAlarm; provider's metric_alarm.go. That a topic exists, AWS does not check. */
export const ALARM_CHECKS: readonly Check[] = [
  readsOneMetric,
  hasOneStatistic,
  queriesAreEither,
  periodsAreAllowed,
  countsArePositive,
  looksBackADay,
  actionsAreFew,
];

function readsOneMetric(values: SettledValues): string | undefined {
  const named = textOf(values, 'metric_name') !== undefined;
  const queried = blocksOf(values, 'metric_query').length > 0;
  if (named && queried) return '"metric_name": conflicts with metric_query';
  if (!named && !queried) return 'ValidationError: an alarm needs metric_name or metric_query';
  const missing = ['namespace', 'period'].find((name) => named && (values[name] ?? null) === null);
  return missing === undefined
    ? undefined
    : `ValidationError: an alarm with metric_name needs ${missing}`;
}

function hasOneStatistic(values: SettledValues): string | undefined {
  const statistics = ['statistic', 'extended_statistic'].filter(
    (name) => textOf(values, name) !== undefined,
  );
  if (textOf(values, 'metric_name') === undefined || statistics.length === 1) return undefined;
  return 'One of `statistic` or `extended_statistic` must be set for a cloudwatch metric alarm';
}

function queriesAreEither(values: SettledValues): string | undefined {
  const both = blocksOf(values, 'metric_query').some(
    (query) => textOf(query, 'expression') !== undefined && blocksOf(query, 'metric').length > 0,
  );
  return both ? 'No metric_query may have both `expression` and a `metric` specified' : undefined;
}

function periodsAreAllowed(values: SettledValues): string | undefined {
  const queries = blocksOf(values, 'metric_query');
  const ofQueries = [...queries, ...queries.flatMap((query) => blocksOf(query, 'metric'))];
  return (
    periodProblem(values, [10, 20, 30]) ??
    ofQueries
      .map((query) => periodProblem(query, [1, 5, 10, 20, 30]))
      .find((problem) => problem !== undefined)
  );
}

function periodProblem(values: SettledValues, short: readonly number[]): string | undefined {
  const period = numberOf(values, 'period');
  if (period === undefined || short.includes(period) || (period > 0 && period % 60 === 0))
    return undefined;
  return `expected period to be one of ${short.join(', ')}, or a multiple of 60, got ${String(period)}`;
}

function countsArePositive(values: SettledValues): string | undefined {
  const periods = numberOf(values, 'evaluation_periods') ?? 1;
  if (periods < 1) return `expected evaluation_periods to be at least (1), got ${String(periods)}`;
  // Terraform's older providers write 0 for what is not set.
  const datapoints = numberOf(values, 'datapoints_to_alarm') ?? 0;
  if (datapoints < 0)
    return `expected datapoints_to_alarm to be at least (1), got ${String(datapoints)}`;
  if (datapoints <= periods) return undefined;
  return (
    `ValidationError: DatapointsToAlarm must be less than or equal to EvaluationPeriods: ${String(datapoints)} of ` +
    String(periods)
  );
}

function looksBackADay(values: SettledValues): string | undefined {
  const period = numberOf(values, 'period') ?? 0;
  const seconds = period * (numberOf(values, 'evaluation_periods') ?? 1);
  const most = period < HOUR ? DAY : WEEK;
  if (seconds <= most) return undefined;
  return (
    `ValidationError: Metrics cannot be checked across more than ${most === DAY ? 'a day' : '7 days'} ` +
    `(EvaluationPeriods * Period must be <= ${String(most)}), got ${String(seconds)}`
  );
}

function actionsAreFew(values: SettledValues): string | undefined {
  const names = ['alarm_actions', 'insufficient_data_actions', 'ok_actions'];
  const many = names.find((name) => textsOf(values, name).length > MAX_ACTIONS);
  if (many !== undefined)
    return `Too many ${many}: no more than ${String(MAX_ACTIONS)} items are allowed`;
  const odd = names
    .flatMap((name) => textsOf(values, name))
    .find((action) => !action.startsWith('arn:'));
  return odd === undefined
    ? undefined
    : `"${odd}" is an invalid ARN: an action must be the ARN of a topic, a function or an EC2 action`;
}
