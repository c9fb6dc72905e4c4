import { pairs } from '../compare';
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
    }
  },
};
