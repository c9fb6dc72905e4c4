import { pairs, removed, type Pair } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const encryptionStaysOn: Rule = {
  id: 'encryption-stays-on',
  title: 'Encryption or TLS is dropped',
  severity: 'high',
  why: 'Data can be read on its way, or by whoever gets hold of where it is stored.',
  fix: 'Keep the key, the encryption and the demand for TLS as they were.',
  source:
    'Amazon S3 User Guide, "Protecting data with encryption"; API Gateway Developer Guide, "Choose a security policy"',
  *check(input) {
    for (const { address } of removed(input, 'aws_s3_bucket_server_side_encryption_configuration'))
      yield finding(address, ['the bucket’s own encryption is removed']);
    for (const [type, demands] of Object.entries(DEMANDS)) {
      for (const pair of pairs(input, type))
        for (const demand of demands) yield* dropped(pair, demand);
    }
  },
};

interface Demand {
  readonly argument: string;
  /** What is as good, best first; what is not named is worse than any. Absent: any value, as against none. */
  readonly order?: readonly string[];
  readonly byDefault?: string;
}

const DEMANDS: Readonly<Record<string, readonly Demand[]>> = {
  aws_cloudwatch_log_group: [{ argument: 'kms_key_id' }],
  aws_sns_topic: [{ argument: 'kms_master_key_id' }],
  aws_lambda_function: [{ argument: 'kms_key_arn' }],
  aws_dynamodb_table: [{ argument: 'server_side_encryption.enabled', order: ['true'] }],
  aws_s3_bucket_server_side_encryption_configuration: [
    {
      argument: 'rule.apply_server_side_encryption_by_default.sse_algorithm',
      order: ['aws:kms:dsse', 'aws:kms'],
    },
    { argument: 'rule.apply_server_side_encryption_by_default.kms_master_key_id' },
  ],
  aws_sqs_queue: [
    { argument: 'kms_master_key_id' },
    { argument: 'sqs_managed_sse_enabled', order: ['true'], byDefault: 'true' },
  ],
  aws_api_gateway_domain_name: [
    { argument: 'security_policy', order: ['TLS_1_2'], byDefault: 'TLS_1_2' },
  ],
  aws_cloudfront_distribution: [
    {
      argument: 'default_cache_behavior.viewer_protocol_policy',
      order: ['https-only', 'redirect-to-https'],
    },
    {
      argument: 'viewer_certificate.minimum_protocol_version',
      order: ['TLSv1.3_2025', 'TLSv1.2_2025', 'TLSv1.2_2021', 'TLSv1.2_2019', 'TLSv1.2_2018'],
    },
  ],
};

function* dropped({ before, after }: Pair, demand: Demand): Iterable<Verdict> {
  if (before === undefined) return;
  const was = valueOf(before, demand);
  const now = valueOf(after, demand);
  if (was === 'unknown' || now === 'unknown' || was === undefined || was === now) return;
  if (rank(now, demand) <= rank(was, demand)) return;
  yield finding(after.address, say`${demand.argument} is ${now ?? 'not set'}, and was ${was}`);
}

/** Where a key is another's attribute, all that counts is that there is one. */
function valueOf(view: ResourceView, { argument, byDefault }: Demand): string | undefined {
  const value = byDefault === undefined ? view.text(argument) : view.text(argument, byDefault);
  if (value?.kind === 'unknown')
    return view.referencesIn(argument).length > 0 ? 'a key' : 'unknown';
  return value?.value === '' ? undefined : value?.value;
}

/** Nought is best. */
function rank(value: string | undefined, { order }: Demand): number {
  if (order === undefined) return value === undefined ? 1 : 0;
  const at = value === undefined ? -1 : order.indexOf(value);
  return at < 0 ? order.length : at;
}
