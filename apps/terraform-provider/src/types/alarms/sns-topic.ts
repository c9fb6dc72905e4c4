import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { NAME_SUFFIX_LENGTH, generatedName, prefixOfName } from '../generated-name';
import { silentOverwrite } from '../silent-overwrite';
import { textOf } from '../reading';
import { topicPolicyProblem } from './topic-policy-problem';

const FIFO_SUFFIX = '.fifo';

export const snsTopic: ResourceFacts = {
  type: 'aws_sns_topic',
  source: 'hashicorp/terraform-provider-aws internal/service/sns/topic.go at 00a35305dc (v6)',
  optionalComputed: [
    'fifo_throughput_scope',
    'name',
    'name_prefix',
    'policy',
    'signature_version',
    'tracing_config',
  ],
  forceNew: ['fifo_topic', 'name', 'name_prefix'],
  defaults: { content_based_deduplication: false, fifo_topic: false },
  allowed: {
    fifo_throughput_scope: ['Topic', 'MessageGroup'],
    signature_version: [1, 2],
    tracing_config: ['Active', 'PassThrough'],
  },
  conflict: silentOverwrite('Topic'),
  create(values, cloud) {
    const suffix = suffixOf(values);
    const name = generatedName(values, cloud, { name: 'name', prefix: 'name_prefix', suffix });
    const arn = `arn:aws:sns:${cloud.region}:${cloud.accountId}:${name}`;
    return {
      id: arn,
      arn,
      name,
      name_prefix: prefixOfName(name, suffix),
      owner: cloud.accountId,
      policy: textOf(values, 'policy') ?? defaultTopicPolicy(arn, cloud.accountId),
      beginning_archive_time: '',
      fifo_throughput_scope:
        textOf(values, 'fifo_throughput_scope') ?? (suffix === '' ? '' : 'Topic'),
      // SNS does not tell those two until they are set.
      signature_version: values.signature_version ?? 0,
      tracing_config: textOf(values, 'tracing_config') ?? '',
    };
  },
  checks: [nameIsValid, fifoOnly, policyIsValid],
};

function suffixOf(values: SettledValues): string {
  return values.fifo_topic === true ? FIFO_SUFFIX : '';
}

/** As SNS gives it to a topic without a policy, with its keys in the order in which the provider keeps it. */
function defaultTopicPolicy(arn: string, accountId: string): string {
  return JSON.stringify({
    Id: '__default_policy_ID',
    Statement: [
      {
        Action: [
          'SNS:GetTopicAttributes',
          'SNS:SetTopicAttributes',
          'SNS:AddPermission',
          'SNS:RemovePermission',
          'SNS:DeleteTopic',
          'SNS:Subscribe',
          'SNS:ListSubscriptionsByTopic',
          'SNS:Publish',
        ],
        Condition: { StringEquals: { 'AWS:SourceOwner': accountId } },
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Resource: arn,
        Sid: '__default_statement_ID',
      },
    ],
    Version: '2008-10-17',
  });
}

/** Source: same file, resourceTopicCustomizeDiff. */
function nameIsValid(values: SettledValues): string | undefined {
  const suffix = suffixOf(values);
  const prefix = textOf(values, 'name_prefix');
  const generated =
    prefix === undefined ? undefined : prefix + '0'.repeat(NAME_SUFFIX_LENGTH) + suffix;
  const name = textOf(values, 'name') ?? generated;
  const pattern = suffix === '' ? /^[\w-]{1,256}$/ : /^[\w-]{1,251}\.fifo$/;
  return name === undefined || pattern.test(name) ? undefined : `invalid topic name: ${name}`;
}

/** Source: same function. */
function fifoOnly(values: SettledValues): string | undefined {
  if (values.fifo_topic === true) return undefined;
  if (textOf(values, 'archive_policy') !== undefined)
    return 'message archive policy can only be set for FIFO topics';
  if (textOf(values, 'fifo_throughput_scope') !== undefined)
    return 'FIFO throughput scope can only be set for FIFO topics';
  if (values.content_based_deduplication === true)
    return 'content-based deduplication can only be set for FIFO topics';
  return undefined;
}

function policyIsValid(values: SettledValues): string | undefined {
  const policy = textOf(values, 'policy');
  return policy === undefined ? undefined : topicPolicyProblem(policy);
}
