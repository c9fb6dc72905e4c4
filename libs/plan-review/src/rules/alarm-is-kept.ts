import { pairs, removed, type Pair } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';

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
    for (const { address } of removed(input, TOLD))
      yield finding(address, ['who was told of alarms is told no more']);
    for (const { address } of removed(input, COUNTS))
      yield finding(address, ['what an alarm counts in a log is counted no more']);
    for (const { before, after } of pairs(input, TOLD)) {
      if (changed(before, after, ['protocol', 'endpoint', 'topic_arn']).length > 0)
        yield finding(after.address, ['somebody else is told of alarms']);
    }
    for (const { before, after } of pairs(input, COUNTS)) {
      const other = changed(before, after, ['pattern', 'log_group_name', 'metric_transformation']);
      if (other.length > 0)
        yield finding(after.address, say`it counts something else: ${listed(other)}`, 'low');
    }
    for (const pair of pairs(input, ...ALARMS)) {
      yield* silenced(pair);
      yield* looksElsewhere(pair);
    }
  },
};

const TOLD = 'aws_sns_topic_subscription';
const COUNTS = 'aws_cloudwatch_log_metric_filter';
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
  else if (before !== undefined) {
    const told = new Set(after.referencesIn('alarm_actions'));
    const lost = before.referencesIn('alarm_actions').filter((topic) => !told.has(topic));
    if (lost.length > 0 && told.size < count)
      yield finding(after.address, say`it no longer tells ${listed(lost)}`);
  }
}

/** What an alarm looks at, and how. Its threshold and its name are not among it. */
const LOOKS_AT = [
  'namespace',
  'metric_name',
  'dimensions',
  'statistic',
  'extended_statistic',
  'metric_query',
  'comparison_operator',
];
const NUMBERS = ['threshold', 'evaluation_periods', 'period', 'datapoints_to_alarm'];
const MISSING = 'treat_missing_data';
/** From here on, an alarm is not tuned any more: it is another one. */
const SHARPLY = 10;

function* looksElsewhere({ before, after }: Pair): Iterable<Verdict> {
  if (before === undefined) return;
  const other = changed(before, after, LOOKS_AT);
  if (other.length > 0)
    yield finding(after.address, say`it looks at something else: ${listed(other)}`, 'low');
  const [missed, misses] = [before.text(MISSING, 'missing'), after.text(MISSING, 'missing')];
  if (missed.kind === 'known' && missed.value === 'breaching' && misses.kind === 'known') {
    if (misses.value !== missed.value)
      yield finding(after.address, ['nobody is told when nothing is measured, and was']);
  }
  for (const argument of NUMBERS) {
    const [was, now] = [before.number(argument), after.number(argument)];
    if (was?.kind !== 'known' || now?.kind !== 'known' || was.value <= 0) continue;
    if (now.value >= was.value * SHARPLY)
      yield finding(after.address, say`${argument} is ${now.value}, and was ${was.value}`, 'low');
  }
}

/** Those that are known on both sides and are not the same. */
function changed(
  before: ResourceView | undefined,
  after: ResourceView,
  names: readonly string[],
): readonly string[] {
  if (before === undefined) return [];
  return names.filter((name) => {
    const [was, now] = [before.value(name), after.value(name)];
    if (was?.kind === 'unknown' || now?.kind === 'unknown') return false;
    return JSON.stringify(was?.value) !== JSON.stringify(now?.value);
  });
}
