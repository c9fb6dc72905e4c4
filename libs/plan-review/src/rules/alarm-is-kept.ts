import { pairs, removed, type Pair } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';

export const alarmIsKept: Rule = {
  id: 'alarm-is-kept',
  title: 'An alarm is gone, or tells nobody',
  severity: 'medium',
  why: 'What it watched can go wrong without anybody being told.',
  fix: 'Keep the alarm and its actions. One that is too loud gets another threshold.',
  source: 'CloudWatch User Guide, "Using Amazon CloudWatch alarms"',
  *check(input) {
    for (const { address } of removed(input, ...ALARMS)) {
      yield finding(address, ['the alarm is removed']);
    }
    for (const pair of pairs(input, ...ALARMS)) yield* silenced(pair);
  },
};

const ALARMS = ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'];

function* silenced({ before, after }: Pair): Iterable<Verdict> {
  const enabled = after.boolean('actions_enabled', true);
  const wereEnabled = before?.boolean('actions_enabled', true);
  if (wereEnabled?.kind === 'known' && wereEnabled.value && enabled.kind === 'known') {
    if (!enabled.value) yield finding(after.address, ['its actions are off, and were on']);
  }
  // A list that holds references is known by its length alone.
  const count = after.blocks('alarm_actions').length;
  const countBefore = before?.blocks('alarm_actions').length ?? 0;
  if (countBefore > 0 && count === 0) yield finding(after.address, ['it tells nobody, and did']);
}
