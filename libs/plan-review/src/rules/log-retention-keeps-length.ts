import { pairs } from '../compare';
import { finding, type Rule } from '../rule';
import { say } from '../say';

export const logRetentionKeepsLength: Rule = {
  id: 'log-retention-keeps-length',
  title: 'Logs are kept for a shorter time',
  severity: 'medium',
  why: 'What happened before the new limit cannot be looked up any more: CloudWatch deletes it within days of the change.',
  fix: 'Keep retention_in_days, or export the older logs first.',
  source: 'CloudWatch Logs User Guide, "Change log data retention"',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_cloudwatch_log_group')) {
      const was = before?.number('retention_in_days', 0);
      const now = after.number('retention_in_days', 0);
      if (was?.kind !== 'known' || now.kind !== 'known') continue;
      if (daysOf(now.value) < daysOf(was.value))
        yield finding(
          after.address,
          say`logs are kept ${wordsOf(now.value)}, and were kept ${wordsOf(was.value)}`,
        );
    }
  },
};

/** Nought is for ever. */
const daysOf = (days: number): number => (days === 0 ? Infinity : days);
const wordsOf = (days: number): string => (days === 0 ? 'for ever' : `${days} days`);
