import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { generatedName, prefixOfName } from '../generated-name';
import { silentOverwrite } from '../silent-overwrite';
import { iamNameProblem } from './iam-name-problem';
import { identityPolicyProblem } from './identity-policy-problem';
import { policySize, policyText } from './policy-json';
import { roleExists, roleOf } from './role-exists';

const MAX_NAME_LENGTH = 128;

/** All inline policies of a role together. Source: IAM User Guide, "IAM and AWS STS quotas". */
const MAX_CHARACTERS = 10_240;

const fitsIntoTheRole: Check = (values, cloud) => {
  const role = roleOf(values);
  const others = cloud
    .all('aws_iam_role_policy')
    .filter((other) => roleOf(other) === role && other.name !== values.name);
  const size = [...others, values].reduce(
    (sum, it) => sum + policySize(policyText(it, 'policy')),
    0,
  );
  return size > MAX_CHARACTERS
    ? `LimitExceeded: Maximum policy size of ${MAX_CHARACTERS} bytes exceeded for role ${role}`
    : undefined;
};

export const iamRolePolicy: ResourceFacts = {
  type: 'aws_iam_role_policy',
  source:
    'hashicorp/terraform-provider-aws internal/service/iam/role_policy.go of 2026 (v6.3x), which agrees with the flags that @cdktf/provider-aws ' +
    '21.22.1 carries of v6.25.0',
  optionalComputed: ['name', 'name_prefix'],
  forceNew: ['name', 'name_prefix', 'role'],
  conflict: silentOverwrite('inline policy'),
  create(values, cloud) {
    const name = generatedName(values, cloud, { name: 'name', prefix: 'name_prefix' });
    return { id: `${roleOf(values)}:${name}`, name, name_prefix: prefixOfName(name) };
  },
  checks: [
    (values) => iamNameProblem(values, MAX_NAME_LENGTH),
    (values) => identityPolicyProblem('policy', policyText(values, 'policy')),
    roleExists,
    fitsIntoTheRole,
  ],
};
