import { pairs, removed } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule } from '../rule';

export const stageKeepsAccessLogs: Rule = {
  id: 'stage-keeps-access-logs',
  title: 'Nobody can look up who called',
  severity: 'medium',
  why: 'Access logs are the only place that shows who was refused and throttled, and when.',
  fix: 'Keep access_log_settings of the stage.',
  source: 'API Gateway Developer Guide, "Set up CloudWatch logging for REST APIs"',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_api_gateway_stage')) {
      const was = before?.blocks('access_log_settings').length ?? 0;
      if (was > 0 && after.blocks('access_log_settings').length === 0)
        yield finding(after.address, ['calls are not written to an access log, and were']);
      else if (was > 0) {
        if (isOther(before, after, 'access_log_settings.destination_arn'))
          yield finding(after.address, ['its access log goes elsewhere']);
        if (isOther(before, after, 'access_log_settings.format'))
          yield finding(after.address, ['another line is written for each call'], 'low');
      }
    }
    for (const { address } of removed(input, ACCOUNT))
      yield finding(address, ['API Gateway may write no logs any more, in the whole region']);
    for (const { before, after } of pairs(input, ACCOUNT)) {
      if (isOther(before, after, 'cloudwatch_role_arn'))
        yield finding(after.address, ['API Gateway writes logs by another role, or by none']);
    }
  },
};

const ACCOUNT = 'aws_api_gateway_account';

function isOther(before: ResourceView | undefined, after: ResourceView, argument: string): boolean {
  const [was, now] = [before?.text(argument), after.text(argument)];
  if (was?.kind !== 'known' || now?.kind === 'unknown') return false;
  return now?.value !== was.value;
}
