import type { TerraformPlan } from '@gatehouse/terraform-json';

import type { Kept } from './kept/keep';
import type { Snapshot } from './snapshot';

/** What there is to judge. */
export interface ReviewInput {
  /** Absent: there is nothing to compare with, and everything counts as new. */
  readonly base?: Snapshot;
  readonly head: Snapshot;
  readonly plan?: TerraformPlan;
  /** The configurations as they were given: beside a plan, only they say what providers, backend and data sources were. Absent: base and head. */
  readonly written?: { readonly base?: Snapshot; readonly head?: Snapshot };
  /** Of the default provider, where both are written. Head is read in the one of base, so that nothing but this shows a move. */
  readonly region?: { readonly before: string; readonly after: string };
  /** What stays though its address goes: base has the new addresses already, and head what Terraform forgets. */
  readonly kept?: Kept;
  /** Address in head → its address in base, of what only moved. */
  readonly moved: ReadonlyMap<string, string>;
}
