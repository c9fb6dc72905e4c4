import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { NAME_SUFFIX_LENGTH, generatedName, prefixOfName } from '../generated-name';
import { textOf } from '../reading';

export const cloudwatchLogGroup: ResourceFacts = {
  type: 'aws_cloudwatch_log_group',
  source:
    'hashicorp/terraform-provider-aws internal/service/logs/group.go at 0073593e7d (v6); deletion_protection_enabled, which v6.25 ' +
    'added, from website/docs/r/cloudwatch_log_group.html.markdown and pull request 45298',
  optionalComputed: ['deletion_protection_enabled', 'log_group_class', 'name', 'name_prefix'],
  forceNew: ['log_group_class', 'name', 'name_prefix'],
  defaults: { retention_in_days: 0, skip_destroy: false },
  allowed: {
    log_group_class: ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'],
    retention_in_days: [
      0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
      2922, 3288, 3653,
    ],
  },
  conflict: () => 'ResourceAlreadyExistsException: The specified log group already exists',
  create(values, cloud) {
    const name = generatedName(values, cloud, { name: 'name', prefix: 'name_prefix' });
    return {
      id: name,
      name,
      name_prefix: prefixOfName(name),
      // CloudWatch's own ARN ends with ":*", which the provider cuts off: most other services do not take it.
      arn: `arn:aws:logs:${cloud.region}:${cloud.accountId}:log-group:${name}`,
      deletion_protection_enabled: values.deletion_protection_enabled ?? false,
      log_group_class: textOf(values, 'log_group_class') ?? 'STANDARD',
    };
  },
  checks: [nameIsValid],
  mayDelete(values) {
    if (values.skip_destroy === true || values.deletion_protection_enabled !== true)
      return undefined;
    return 'ValidationException: Cannot delete log group with deletion protection enabled. Disable deletion protection first.';
  },
};

/** Source: provider's internal/service/logs/validate.go; CloudWatch Logs API Reference, CreateLogGroup. */
function nameIsValid(values: SettledValues): string | undefined {
  const prefix = textOf(values, 'name_prefix');
  const name =
    textOf(values, 'name') ??
    (prefix === undefined ? undefined : prefix + '0'.repeat(NAME_SUFFIX_LENGTH));
  if (name === undefined || /^[\w./#-]{1,512}$/.test(name)) return undefined;
  return (
    `InvalidParameterException: "${name}" isn't a valid log group name: it may have up to 512 alphanumeric characters, underscores, ` +
    `hyphens, slashes, hash signs and dots`
  );
}
