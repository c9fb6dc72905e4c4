import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { generatedName, prefixOfName } from '../generated-name';
import { textOf } from '../reading';
import { iamNameProblem } from './iam-name-problem';
import { identityPolicyProblem } from './identity-policy-problem';
import { policySize, policyText } from './policy-json';

const MAX_NAME_LENGTH = 128;

/** Source: IAM User Guide, "IAM and AWS STS quotas": managed policy. */
const MAX_CHARACTERS = 6_144;

const isNotTooLong: Check = (values) =>
  policySize(policyText(values, 'policy')) > MAX_CHARACTERS
    ? `LimitExceeded: Cannot exceed quota for PolicySize: ${MAX_CHARACTERS}`
    : undefined;

export const iamPolicy: ResourceFacts = {
  type: 'aws_iam_policy',
  source:
    'hashicorp/terraform-provider-aws internal/service/iam/policy.go of 2026 (v6.3x), which agrees with the flags that @cdktf/provider-aws 21.22.1 ' +
    'carries of v6.25.0, save delay_after_policy_creation_in_ms, which is younger',
  optionalComputed: ['name', 'name_prefix'],
  forceNew: ['description', 'name', 'name_prefix', 'path'],
  defaults: { path: '/' },
  // The path is part of the ARN, not of what must be unique.
  uniqueAs: (values) => textOf(values, 'name') ?? '',
  conflict: (name) =>
    `EntityAlreadyExists: A policy called ${name} already exists. Duplicate names are not allowed.`,
  create(values, cloud) {
    const name = generatedName(values, cloud, { name: 'name', prefix: 'name_prefix' });
    const arn = `arn:aws:iam::${cloud.accountId}:policy${textOf(values, 'path') ?? '/'}${name}`;
    return {
      id: arn,
      arn,
      name,
      name_prefix: prefixOfName(name),
      attachment_count: 0,
      policy_id: cloud.newId('policy', arn),
    };
  },
  checks: [
    (values) => iamNameProblem(values, MAX_NAME_LENGTH),
    (values) => identityPolicyProblem('policy', policyText(values, 'policy')),
    isNotTooLong,
  ],
  mayDelete: ({ id }, cloud) =>
    cloud.all('aws_iam_role_policy_attachment').some((other) => other.policy_arn === id)
      ? 'DeleteConflict: Cannot delete a policy attached to entities.'
      : undefined,
};
