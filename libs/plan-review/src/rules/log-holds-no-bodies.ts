import { introduced } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import type { Snapshot } from '../snapshot';

export const logHoldsNoBodies: Rule = {
  id: 'log-holds-no-bodies',
  title: 'Whole requests and answers are written to a log',
  severity: 'medium',
  why: 'With them go tokens, keys and what people have typed, to whoever may read logs and for as long as these are kept.',
  fix: 'Leave data_trace_enabled at false, outside of a stage for trying out.',
  source: 'API Gateway Developer Guide, "Set up CloudWatch logging for REST APIs" (data tracing)',
  check: (input) => introduced(input, traced),
};

function* traced(snapshot: Snapshot): Iterable<Verdict> {
  for (const settings of snapshot.ofType('aws_api_gateway_method_settings')) {
    const trace = settings.boolean('settings.data_trace_enabled', false);
    if (trace.kind === 'known' && trace.value)
      yield finding(settings.address, ['whole requests and answers are written to its log']);
  }
}
