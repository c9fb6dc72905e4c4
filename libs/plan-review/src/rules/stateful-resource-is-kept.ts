import type { ResourceChange } from '@gatehouse/terraform-json';

import type { ReviewInput } from '../review-input';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { code, listed, say, type Said } from '../say';
import { describePath } from '../resources/describe-path';

export const statefulResourceIsKept: Rule = {
  id: 'stateful-resource-is-kept',
  title: 'Something that holds data is destroyed',
  severity: 'critical',
  why: 'Users, objects, logs and keys are gone with what held them, and no later apply brings them back.',
  fix: 'Keep the attribute that forces the replacement, or move the address with moveTo. If the data may go, say so in a waiver.',
  source: 'Terraform documentation, "Resource Behavior" and "JSON Output Format", "replace_paths"',
  check: (input) => (input.plan === undefined ? withoutPlan(input) : planned(input.plan.changes)),
};

/** What each of them holds. */
export const HOLDS: Readonly<Record<string, string>> = {
  aws_cognito_user_pool: 'all of its users with their passwords',
  aws_cognito_identity_pool: 'the identities of everybody who has signed in',
  aws_s3_bucket: 'its objects',
  aws_dynamodb_table: 'its items',
  aws_cloudwatch_log_group: 'its logs',
  aws_kms_key: 'whatever is encrypted with it',
  aws_rds_cluster: 'its data',
  aws_db_instance: 'its data',
  aws_efs_file_system: 'its files',
  aws_secretsmanager_secret: 'its secret',
};

function* planned(changes: readonly ResourceChange[]): Iterable<Verdict> {
  for (const change of changes) {
    const { address, type, action } = change;
    const holds = Object.hasOwn(HOLDS, type) ? HOLDS[type] : undefined;
    if (holds === undefined) continue;
    if (action === 'delete') yield finding(address, [`it is destroyed, and ${holds} with it`]);
    if (action === 'replace') {
      yield finding(address, say`it is replaced${because(change)}: ${[holds]} will be gone`);
    }
    if (action === 'unknown') yield cannotKnow(address, say`what Terraform will do is not known`);
  }
}

function because({ replacePaths }: ResourceChange): Said {
  if (replacePaths.length === 0) return [];
  return [
    ', because ',
    ...listed(replacePaths.map((path) => code(describePath(path)))),
    ' cannot be changed',
  ];
}

/**
 * Two configurations show what is no longer asked for, under its address: another address is another object to Terraform. Whether a change forces a replacement, only a plan tells.
 */
function* withoutPlan(input: ReviewInput): Iterable<Verdict> {
  const gone = (input.base?.ofType(...Object.keys(HOLDS)) ?? []).filter(
    ({ address }) => !input.head.resources.has(address),
  );
  for (const { address, type } of gone) {
    yield finding(address, [`it is destroyed, and ${HOLDS[type] ?? 'its data'} with it`]);
  }
}
