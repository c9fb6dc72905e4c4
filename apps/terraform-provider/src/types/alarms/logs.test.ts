import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { cloudwatchLogGroup } from './cloudwatch-log-group';
import { cloudwatchLogMetricFilter } from './cloudwatch-log-metric-filter';

describe('aws_cloudwatch_log_group', () => {
  it('has the ARN without the ":*" that CloudWatch adds', () => {
    assert.deepEqual(cloudwatchLogGroup.create({ name: '/aws/lambda/api' }, fakeCloud()), {
      id: '/aws/lambda/api',
      name: '/aws/lambda/api',
      name_prefix: '',
      arn: 'arn:aws:logs:us-west-2:123456789012:log-group:/aws/lambda/api',
      deletion_protection_enabled: false,
      log_group_class: 'STANDARD',
    });
  });

  it('makes a name of the prefix', () => {
    const made = cloudwatchLogGroup.create({ name: null, name_prefix: 'api-' }, fakeCloud());
    assert.match(textOf(made, 'name') ?? '', /^api-\d{26}$/);
    assert.equal(made.name_prefix, 'api-');
    assert.ok(textOf(made, 'arn')?.endsWith(`:${textOf(made, 'name') ?? ''}`));
  });

  it('refuses a name with other characters or too many', () => {
    assert.equal(
      refusal(cloudwatchLogGroup, { name: '/aws/lambda/api_1.#' }, fakeCloud()),
      undefined,
    );
    for (const name of ['my logs', 'a:b', 'x'.repeat(513)])
      assert.match(
        refusal(cloudwatchLogGroup, { name }, fakeCloud()) ?? '',
        /isn't a valid log group name/,
        name,
      );
    assert.match(
      refusal(cloudwatchLogGroup, { name_prefix: 'x'.repeat(487) }, fakeCloud()) ?? '',
      /valid log group name/,
    );
  });

  it('allows the retentions that CloudWatch has', () => {
    const allowed = cloudwatchLogGroup.allowed?.retention_in_days ?? [];
    assert.ok([0, 14, 365].every((days) => allowed.includes(days)));
    assert.ok([2, 10, 100].every((days) => !allowed.includes(days)));
  });

  it('may be deleted unless it is protected', () => {
    assert.equal(
      cloudwatchLogGroup.mayDelete?.({ deletion_protection_enabled: false }, fakeCloud()),
      undefined,
    );
    assert.match(
      cloudwatchLogGroup.mayDelete?.({ deletion_protection_enabled: true }, fakeCloud()) ?? '',
      /^ValidationException/,
    );
  });
});

describe('aws_cloudwatch_log_metric_filter', () => {
  const cloud = fakeCloud({ applied: { aws_cloudwatch_log_group: [{ id: '/aws/lambda/api' }] } });
  const filter = (transformation: SettledValues = {}): SettledValues => ({
    log_group_name: '/aws/lambda/api',
    name: 'denied',
    metric_transformation: [
      { name: 'Denied', namespace: 'Gatehouse', value: '1', ...transformation },
    ],
  });

  it('has its name as id, and is imported by group and name', () => {
    assert.equal(cloudwatchLogMetricFilter.create(filter(), cloud).id, 'denied');
    assert.equal(
      cloudwatchLogMetricFilter.importId?.('/aws/lambda/api:denied'),
      '/aws/lambda/api/denied',
    );
  });

  it('needs its log group', () => {
    assert.equal(refusal(cloudwatchLogMetricFilter, filter(), cloud), undefined);
    const missing = refusal(
      cloudwatchLogMetricFilter,
      { ...filter(), log_group_name: 'gone' },
      cloud,
    );
    assert.equal(
      missing,
      'ResourceNotFoundException: The specified log group does not exist: "gone"',
    );
  });

  it('refuses a default value beside dimensions, and names with colons', () => {
    const problemOf = (values: SettledValues): string =>
      refusal(cloudwatchLogMetricFilter, values, cloud) ?? '';
    assert.equal(problemOf(filter({ default_value: '0', dimensions: null })), '');
    assert.equal(problemOf(filter({ default_value: null, dimensions: { Route: '$.route' } })), '');
    assert.match(
      problemOf(filter({ default_value: '0', dimensions: { Route: '$.route' } })),
      /mutually exclusive/,
    );
    assert.match(problemOf({ ...filter(), name: 'a:b' }), /isn't a valid log metric name/);
    assert.match(
      problemOf(filter({ namespace: 'a:b' })),
      /isn't a valid log metric transformation name/,
    );
  });
});
