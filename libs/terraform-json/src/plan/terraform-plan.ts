import type { ResourceGraph } from '../resource-graph';
import type { Json } from '../value';

/** What `terraform show -json` tells of a plan, as far as a reviewer needs it. It holds secrets: the masks say where. */
export interface TerraformPlan {
  /** `1.2`. */
  readonly formatVersion: string;
  readonly terraformVersion?: string;
  /** In the order of the file; what stays as it is too. */
  readonly changes: readonly ResourceChange[];
  /** What has changed behind Terraform's back since the last apply. */
  readonly drift: readonly ResourceChange[];
  readonly outputs: readonly OutputChange[];
  /** What Terraform could not plan yet. */
  readonly deferred: readonly DeferredChange[];
  /** What became of conditions, as far as that is known. */
  readonly checks: readonly CheckResult[];
  /** What is there now, as Terraform has just read it. */
  readonly before: ResourceGraph;
  /** What will be there: what only `apply` will tell is the reference it comes from, unknown, or not there. */
  readonly after: ResourceGraph;
  /** Terraform says that another plan will be needed after this one. */
  readonly isComplete: boolean;
  /** Terraform stopped on the way: the plan is a part of one. */
  readonly hasFailed: boolean;
}

/** Source: Terraform documentation, "JSON Output Format", "Change Representation". */
export type Action =
  | 'no-op'
  | 'create'
  | 'read'
  | 'update'
  | 'delete'
  | 'replace'
  | 'forget'
  | 'unknown';

export type PathStep = string | number;

/** What will happen to one object. */
export interface ResourceChange {
  /** `module.site[0].aws_s3_bucket.files["a"]`. */
  readonly address: string;
  /** Where it stood before a `moved` block. */
  readonly previousAddress?: string;
  /** Only an object that was replaced already and waits to be deleted has one. */
  readonly deposed?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** `registry.terraform.io/hashicorp/aws`. */
  readonly provider?: string;
  /** `unknown`: an action of a Terraform that is newer than this reader. */
  readonly action: Action;
  /** Of a replacement: the new one is made first. */
  readonly createsFirst: boolean;
  /** Terraform's word for why: `replace_because_cannot_update`. */
  readonly reason?: string;
  /** It is there already and Terraform only takes it over. */
  readonly isImport: boolean;
  /** Null when there was nothing. */
  readonly before: Json;
  /** Null when there will be nothing; what is not known yet is not in it. */
  readonly after: Json;
  /** `true` in the place of what is not known yet. */
  readonly afterUnknown: Json;
  /** `true` in the place of what must not be shown. */
  readonly beforeSensitive: Json;
  readonly afterSensitive: Json;
  /** Which attributes force a replacement. */
  readonly replacePaths: readonly (readonly PathStep[])[];
}

export interface OutputChange {
  readonly name: string;
  readonly action: Action;
  readonly isSensitive: boolean;
  readonly before: Json;
  readonly after: Json;
  readonly afterUnknown: Json;
}

/** Source: Terraform documentation, "JSON Output Format", "Checks Representation". */
export interface CheckResult {
  /** `check.health`, or the resource, output or variable that has the condition. */
  readonly address: string;
  /** Terraform's word: `pass`, `fail`, `error` or `unknown`. */
  readonly status: string;
  /** What the author of the condition says of its failure. */
  readonly problems: readonly string[];
}

export interface DeferredChange {
  readonly address: string;
  /** Terraform's word for why: `provider_config_unknown`. */
  readonly reason: string;
}
