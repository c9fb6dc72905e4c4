import type { TerraformPlan } from '@gatehouse/terraform-json';

import type { Snapshot } from './snapshot';

/** What there is to judge. */
export interface ReviewInput {
  /** Absent: there is nothing to compare with, and everything counts as new. */
  readonly base?: Snapshot;
  readonly head: Snapshot;
  readonly plan?: TerraformPlan;
  /** Address in head → its address in base, of what only moved. */
  readonly moved: ReadonlyMap<string, string>;
}
