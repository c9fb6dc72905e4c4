import type { PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

import type { Unsupported } from './read-context';
import type { IdentityPool, UserPool } from './model-identity';
import type { ApiKey, LambdaFunction, RestApi, UsagePlan } from './model-api';
import type { Bucket } from './model-site';
import type { Unread } from './problems';

/**
 * Everything of a stack that decides who may call what, typed. Names, ids and ARNs are plain strings (a symbol such as
 * `${aws_iam_role.member.arn}` where nothing settles them); whatever a decision weighs is a `Value`.
 */
export interface AuthModel {
  readonly region: string;
  readonly accountId: string;
  readonly userPools: readonly UserPool[];
  readonly identityPools: readonly IdentityPool[];
  readonly roles: readonly Role[];
  readonly restApis: readonly RestApi[];
  readonly apiKeys: readonly ApiKey[];
  readonly usagePlans: readonly UsagePlan[];
  readonly functions: readonly LambdaFunction[];
  readonly buckets: readonly Bucket[];
  /** Terraform outputs, by name. */
  readonly outputs: Readonly<Record<string, Value>>;
  /** Resources that the model leaves out, each with the reason of its line in `not-modelled.ts`. */
  readonly notModelled: readonly { readonly address: string; readonly because: string }[];
  /** What is set, would act on AWS, and does not act here: to be said aloud wherever the model is used. */
  readonly unsupported: readonly Unsupported[];
  /** What could not be read, and the model is without. Empty unless whoever reads asks for the rest all the same. */
  readonly unread: readonly Unread[];
}

export interface Role {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  /** `AROA…`: starts the `UserId` of its sessions. */
  readonly uniqueId: string;
  readonly trust: Value<PolicyDocument>;
  /** Inline and attached policies, each with a name a person can find in the Terraform: `gatehouse-dev-member/call-routes`. */
  readonly policies: readonly RolePolicy[];
  /** A managed policy that grants nothing: whatever it does not allow, the role cannot do. */
  readonly permissionsBoundary?: RolePolicy;
  /** What policies see as `aws:PrincipalTag/<tag>`, unless the session brings a tag of that name. */
  readonly tags: Readonly<Record<string, string>>;
  readonly maxSessionSeconds: number;
}

export interface RolePolicy {
  readonly name: string;
  readonly address: string;
  readonly document: Value<PolicyDocument>;
}
