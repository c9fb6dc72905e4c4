import { parsePolicyDocument, PolicyError, type Condition, type Statement } from '@gatehouse/iam';

import { introduced } from '../compare';
import type { ResourceView } from '../resource-view';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { listed, prose, say } from '../say';
import type { Snapshot } from '../snapshot';

export const resourcePolicyStaysNarrow: Rule = {
  id: 'resource-policy-stays-narrow',
  title: 'A topic, queue, key or secret is opened to anybody',
  severity: 'high',
  why: 'A policy that is on the resource asks nobody else: with * in it, every account of AWS may do what it allows.',
  fix: 'Name the accounts or services, or keep to the own account by a condition on aws:SourceAccount or aws:PrincipalOrgID.',
  source:
    'Amazon SNS Developer Guide, "Overview of managing access in Amazon SNS"; IAM User Guide, "AWS JSON policy elements: Principal"',
  check: (input) => introduced(input, openPolicies),
};

/** Type → the argument that holds the policy. Buckets, APIs and functions have rules of their own. */
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

function* openPolicies(snapshot: Snapshot): Iterable<Verdict> {
  for (const resource of snapshot.ofType(...Object.keys(POLICY_OF))) yield* judge(resource);
}

function* judge(resource: ResourceView): Iterable<Verdict> {
  const { address, type } = resource;
  const policy = resource.text(POLICY_OF[type] ?? 'policy');
  if (policy === undefined || (policy.kind === 'known' && policy.value === '')) return;
  if (policy.kind === 'unknown') {
    yield cannotKnow(address, say`what its policy grants is not known: ${prose(policy.because)}`);
    return;
  }
  try {
    for (const statement of parsePolicyDocument(policy.value, address, 'resource').statements)
      yield* judgeStatement(address, statement);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    yield finding(address, say`what its policy grants cannot be read: ${prose(error.message)}`);
  }
}

function* judgeStatement(
  address: string,
  { effect, principals, actions, conditions }: Statement,
): Iterable<Verdict> {
  const anyone =
    principals?.negated === true ||
    principals?.anyone === true ||
    Object.values(principals?.byType ?? {})
      .flat()
      .includes('*');
  if (effect !== 'Allow' || !anyone || conditions.some(isOfSomebody)) return;
  const may = actions.negated
    ? say`do everything except ${listed(actions.patterns)}`
    : say`do ${listed(actions.patterns)}`;
  if (conditions.length === 0) yield finding(address, say`anybody may ${may}`);
  else yield finding(address, say`anybody may ${may}, under conditions`, 'medium');
}

/** It names who, as the policy does that a topic has from the start. */
function isOfSomebody({ operator, key, values }: Condition): boolean {
  return (
    /^(?:String|Arn)(?:Equals|Like)$/.test(operator) &&
    /^aws:(?:SourceOwner|SourceAccount|SourceArn|PrincipalAccount|PrincipalOrgID|PrincipalArn)$/i.test(
      key,
    ) &&
    !values.includes('*')
  );
}
