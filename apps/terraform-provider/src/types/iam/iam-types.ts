import type { ResourceFacts } from '../../resource/resource-facts';
import { iamPolicy } from './iam-policy';
import { iamRole } from './iam-role';
import { iamRolePolicy } from './iam-role-policy';
import { iamRolePolicyAttachment } from './iam-role-policy-attachment';

export const IAM_TYPES: readonly ResourceFacts[] = [
  iamRole,
  iamRolePolicy,
  iamPolicy,
  iamRolePolicyAttachment,
];
