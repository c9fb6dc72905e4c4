import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { roleExists, roleOf } from './role-exists';

/** AWS's own policies are in no account, and there are more than a thousand: any of them will do. */
const policyExists: Check = (values, cloud) => {
  const arn = policyArnOf(values);
  if (!/^arn:[\w-]+:iam::(aws|\d{12}):policy\/./.test(arn)) {
    return `"policy_arn" (${arn}) is an invalid ARN: expected arn:aws:iam::<account or aws>:policy/<path and name>`;
  }
  return arn.startsWith('arn:aws:iam::aws:') || cloud.find('aws_iam_policy', arn) !== undefined
    ? undefined
    : `NoSuchEntity: Policy ${arn} does not exist or is not attachable.`;
};

export const iamRolePolicyAttachment: ResourceFacts = {
  type: 'aws_iam_role_policy_attachment',
  source:
    'hashicorp/terraform-provider-aws internal/service/iam/role_policy_attachment.go of December 2025 (v6.2x)',
  forceNew: ['policy_arn', 'role'],
  conflict: silentOverwrite('the attachment'),
  create: (values) => ({ id: `${roleOf(values)}/${policyArnOf(values)}` }),
  checks: [roleExists, policyExists],
};

function policyArnOf(values: SettledValues): string {
  return textOf(values, 'policy_arn') ?? '';
}
