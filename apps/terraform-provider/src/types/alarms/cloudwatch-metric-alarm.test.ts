import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { cloudwatchMetricAlarm } from './cloudwatch-metric-alarm';

const ALARM: SettledValues = {
  alarm_name: 'errors',
  metric_name: 'Errors',
  namespace: 'AWS/Lambda',
  statistic: 'Sum',
  period: 60,
  evaluation_periods: 5,
};
const problemOf = (values: SettledValues): string =>
  refusal(cloudwatchMetricAlarm, { ...ALARM, ...values }, fakeCloud()) ?? '';

describe('aws_cloudwatch_metric_alarm', () => {
  it('has the ARN of its name', () => {
    const made = cloudwatchMetricAlarm.create(ALARM, fakeCloud());
    assert.equal(made.id, 'errors');
    assert.equal(made.arn, 'arn:aws:cloudwatch:us-west-2:123456789012:alarm:errors');
  });

  it('reads a metric or queries, and nothing else', () => {
    const query = { metric_query: [{ id: 'm1', expression: 'm2 / m3' }] };
    assert.equal(problemOf({}), '');
    assert.equal(problemOf({ metric_name: null, statistic: null, ...query }), '');
    assert.match(problemOf({ metric_name: null }), /needs metric_name or metric_query/);
    assert.match(problemOf(query), /conflicts with metric_query/);
    assert.match(problemOf({ namespace: null }), /needs namespace/);
    assert.match(problemOf({ period: null }), /needs period/);
    const both = {
      metric_query: [
        {
          id: 'm1',
          expression: 'm2',
          metric: [{ metric_name: 'Errors', period: 60, stat: 'Sum' }],
        },
      ],
    };
    assert.match(
      problemOf({ metric_name: null, statistic: null, ...both }),
      /both `expression` and a `metric`/,
    );
  });

  it('has one statistic', () => {
    assert.equal(problemOf({ statistic: null, extended_statistic: 'p99' }), '');
    assert.match(problemOf({ statistic: null }), /One of `statistic` or `extended_statistic`/);
    assert.match(
      problemOf({ extended_statistic: 'p99' }),
      /One of `statistic` or `extended_statistic`/,
    );
  });

  it('has a period that CloudWatch allows', () => {
    for (const period of [10, 20, 30, 60, 300])
      assert.equal(problemOf({ period }), '', String(period));
    for (const period of [0, 1, 45, 90])
      assert.match(problemOf({ period }), /^expected period to be one of/, String(period));
    const query = {
      metric_query: [{ id: 'm1', metric: [{ metric_name: 'Errors', period: 45, stat: 'Sum' }] }],
    };
    assert.match(
      problemOf({ metric_name: null, statistic: null, ...query }),
      /^expected period to be one of 1, 5/,
    );
  });

  it('evaluates at least one period, and no more datapoints than periods', () => {
    assert.match(problemOf({ evaluation_periods: 0 }), /at least \(1\)/);
    assert.equal(problemOf({ datapoints_to_alarm: 5 }), '');
    assert.match(problemOf({ datapoints_to_alarm: 6 }), /less than or equal to EvaluationPeriods/);
  });

  it('looks back a day, or a week by the hour', () => {
    assert.equal(problemOf({ period: 300, evaluation_periods: 288 }), '');
    assert.match(problemOf({ period: 300, evaluation_periods: 289 }), /more than a day/);
    assert.equal(problemOf({ period: 3600, evaluation_periods: 168 }), '');
    assert.match(problemOf({ period: 3600, evaluation_periods: 169 }), /more than 7 days/);
  });

  it('has at most five actions of a kind, each an ARN, whether or not the topic exists', () => {
    const topic = 'arn:aws:sns:us-west-2:123456789012:gone';
    assert.equal(problemOf({ alarm_actions: [topic] }), '');
    assert.match(
      problemOf({ ok_actions: Array.from({ length: 6 }, () => topic) }),
      /no more than 5/,
    );
    assert.match(problemOf({ alarm_actions: ['gone'] }), /"gone" is an invalid ARN/);
  });
});
