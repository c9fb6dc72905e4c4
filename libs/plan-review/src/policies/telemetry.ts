import type { Grant } from '../grants';
import type { Snapshot } from '../snapshot';

/** Source: Service Authorization Reference: these take no resource, and write nothing but measurements. */
const MEASURES = /^(?:xray:put[a-z]*\*?|cloudwatch:putmetricdata)$/i;
const WRITES_LOGS = /^logs:(?:createloggroup|createlogstream|putlogevents)$/i;

/** Whether a grant lets a function say how it does, and nothing else: measurements, and the logs of the stack's own groups. */
export function isTelemetry({ action, resource }: Grant, snapshot: Snapshot): boolean {
  if (MEASURES.test(action)) return true;
  const [, group] =
    /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:([^:*?]+)(?::[^:]*)*$/.exec(resource) ?? [];
  return WRITES_LOGS.test(action) && group !== undefined && logGroupsOf(snapshot).has(group);
}

/** With those that Lambda makes by itself. */
function logGroupsOf(snapshot: Snapshot): ReadonlySet<string> {
  const named = [
    ...snapshot.ofType('aws_cloudwatch_log_group').map((view) => view.text('name')),
    ...snapshot.ofType('aws_lambda_function').map((view) => view.text('function_name')),
  ];
  return new Set(
    named.flatMap((name) =>
      name?.kind === 'known' ? [name.value, `/aws/lambda/${name.value}`] : [],
    ),
  );
}
