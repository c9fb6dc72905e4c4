import { parsePolicyDocument, PolicyError, type PolicyDocument } from '@gatehouse/iam';
import { known, type Known, type Unknown } from '@gatehouse/terraform-json';

import type { ResourceView } from '../resource-view';
import type { Snapshot } from '../snapshot';

/** The policy of a resource that the model does not read. */
export interface ResourcePolicy {
  readonly address: string;
  readonly document: Known<PolicyDocument> | Unknown;
  /** It is there, and is no policy of IAM. */
  readonly isMalformed: boolean;
}

/** Type → the argument that holds the policy. Those of buckets, roles and APIs are in the model. */
const POLICY_OF: Readonly<Record<string, string>> = {
  aws_backup_vault_policy: 'policy',
  aws_cloudwatch_event_bus_policy: 'policy',
  aws_cloudwatch_log_resource_policy: 'policy_document',
  aws_dynamodb_resource_policy: 'policy',
  aws_ecr_repository_policy: 'policy',
  aws_efs_file_system_policy: 'policy',
  aws_kms_key: 'policy',
  aws_kms_key_policy: 'policy',
  aws_secretsmanager_secret: 'policy',
  aws_secretsmanager_secret_policy: 'policy',
  aws_sns_topic: 'policy',
  aws_sns_topic_policy: 'policy',
  aws_sqs_queue: 'policy',
  aws_sqs_queue_policy: 'policy',
};

export const POLICY_TYPES: readonly string[] = Object.keys(POLICY_OF);

/** Of every topic, queue, key, secret and the like that has one. */
export function* resourcePolicies(snapshot: Snapshot): Iterable<ResourcePolicy> {
  for (const view of snapshot.ofType(...POLICY_TYPES)) {
    const policy = view.text(POLICY_OF[view.type] ?? 'policy');
    if (policy === undefined || (policy.kind === 'known' && policy.value === '')) continue;
    if (policy.kind === 'known') yield parsed(view, policy.value);
    else yield { address: view.address, document: policy, isMalformed: false };
  }
}

function parsed({ address }: ResourceView, text: string): ResourcePolicy {
  try {
    const document = known(parsePolicyDocument(text, address, 'resource'));
    return { address, document, isMalformed: false };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const document: Unknown = { kind: 'unknown', because: error.message };
    return { address, document, isMalformed: true };
  }
}
