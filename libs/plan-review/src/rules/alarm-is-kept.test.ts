import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { alarmIsKept } from './alarm-is-kept';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    alarmIsKept,
    { aws_cloudwatch_metric_alarm: { errors: base } },
    { aws_cloudwatch_metric_alarm: { errors: head } },
  ).map((line) => line.replace('aws_cloudwatch_metric_alarm.errors: ', ''));

test('reports actions that are switched off', () => {
  assert.deepEqual(
    check(
      { alarm_actions: ['arn:aws:sns:us-west-2:1:a'] },
      { alarm_actions: ['arn:aws:sns:us-west-2:1:a'], actions_enabled: false },
    ),
    ['its actions are off, and were on'],
  );
});

test('reports an alarm that tells nobody any more, also where it told a topic of the stack', () => {
  const topic = { aws_sns_topic: { people: { name: 'people' } } };
  const alarm = (alarm_actions: string[]) => ({
    ...topic,
    aws_cloudwatch_metric_alarm: { errors: { alarm_actions } },
  });
  assert.deepEqual(verdictsOf(alarmIsKept, alarm(['${aws_sns_topic.people.arn}']), alarm([])), [
    'aws_cloudwatch_metric_alarm.errors: it tells nobody, and did',
  ]);
});

test('reports an alarm that is removed', () => {
  const alarm = { aws_cloudwatch_metric_alarm: { errors: { alarm_name: 'errors' } } };
  assert.deepEqual(verdictsOf(alarmIsKept, alarm, {}), [
    'aws_cloudwatch_metric_alarm.errors: the alarm is removed',
  ]);
});

test('says nothing of another threshold', () => {
  assert.deepEqual(check({ threshold: 1 }, { threshold: 5 }), []);
});

test('reports an alarm that looks at something else, or only at ten times as much', () => {
  assert.deepEqual(check({ metric_name: 'Errors' }, { metric_name: 'Invocations' }), [
    'it looks at something else: `metric_name`',
  ]);
  assert.deepEqual(check({ threshold: 2 }, { threshold: 20 }), [
    '`threshold` is `20`, and was `2`',
  ]);
});

test('reports who is told no more: by another topic, or without a subscription', () => {
  const topics = { aws_sns_topic: { people: { name: 'people' } } };
  const alarm = (topic: string) => ({
    ...topics,
    aws_cloudwatch_metric_alarm: { errors: { alarm_actions: [topic] } },
  });
  assert.deepEqual(
    verdictsOf(alarmIsKept, alarm('${aws_sns_topic.people.arn}'), alarm('arn:aws:sns:x:1:other')),
    ['aws_cloudwatch_metric_alarm.errors: it no longer tells `aws_sns_topic.people`'],
  );
  const subscription = (endpoint: string) => ({
    aws_sns_topic_subscription: { mail: { protocol: 'email', endpoint } },
  });
  assert.deepEqual(verdictsOf(alarmIsKept, subscription('a@x.example'), {}), [
    'aws_sns_topic_subscription.mail: who was told of alarms is told no more',
  ]);
  assert.deepEqual(
    verdictsOf(alarmIsKept, subscription('a@x.example'), subscription('b@x.example')),
    ['aws_sns_topic_subscription.mail: somebody else is told of alarms'],
  );
});

test('reports an alarm that is quiet when nothing is measured', () => {
  const missing = (how: string): JsonObject => ({ treat_missing_data: how });
  assert.deepEqual(check(missing('breaching'), missing('notBreaching')), [
    'nobody is told when nothing is measured, and was',
  ]);
  assert.deepEqual(check(missing('notBreaching'), missing('breaching')), []);
});
