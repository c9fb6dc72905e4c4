import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { generatedName, prefixOfName } from '../generated-name';
import { numberOf, textOf } from '../reading';
import { iamNameProblem } from './iam-name-problem';
import { policyText } from './policy-json';
import { roleOf } from './role-exists';
import { trustPolicyProblem } from './trust-policy-problem';

const MAX_NAME_LENGTH = 64;

export const iamRole: ResourceFacts = {
  type: 'aws_iam_role',
  source:
    'hashicorp/terraform-provider-aws internal/service/iam/role.go of 2026 (v6.3x), which agrees with the flags that @cdktf/provider-aws 21.22.1 ' +
    'carries of v6.25.0',
  optionalComputed: ['inline_policy', 'managed_policy_arns', 'name', 'name_prefix'],
  forceNew: ['name', 'name_prefix', 'path'],
  defaults: { force_detach_policies: false, max_session_duration: 3_600, path: '/' },
  conflict: (name) => `EntityAlreadyExists: Role with name ${name} already exists.`,
  create(values, cloud) {
    const name = generatedName(values, cloud, { name: 'name', prefix: 'name_prefix' });
    return {
      id: name,
      name,
      name_prefix: prefixOfName(name),
      arn: `arn:aws:iam::${cloud.accountId}:role${textOf(values, 'path') ?? '/'}${name}`,
      create_date: cloud.now(),
      unique_id: cloud.newId('role', name),
      inline_policy: [],
      managed_policy_arns: [],
    };
  },
  checks: [
    (values) => iamNameProblem(values, MAX_NAME_LENGTH),
    (values) => trustPolicyProblem('assume_role_policy', policyText(values, 'assume_role_policy')),
    sessionLastsHours,
  ],
  mayDelete(values, cloud) {
    if (values.force_detach_policies === true) return undefined;
    const name = textOf(values, 'id') ?? '';
    const heldBy = (type: string): boolean =>
      cloud.all(type).some((other) => roleOf(other) === name);
    if (heldBy('aws_iam_role_policy_attachment')) {
      return 'DeleteConflict: Cannot delete entity, must detach all policies first.';
    }
    return heldBy('aws_iam_role_policy')
      ? 'DeleteConflict: Cannot delete entity, must delete policies first.'
      : undefined;
  },
};

function sessionLastsHours(values: Parameters<Check>[0]): string | undefined {
  const seconds = numberOf(values, 'max_session_duration') ?? 3_600;
  return seconds >= 3_600 && seconds <= 43_200
    ? undefined
    : `expected max_session_duration to be in the range (3600 - 43200), got ${seconds}`;
}
