import type { AttributeChange } from './changed-attributes';

/** In the order in which a reviewer wants to see them. */
export const ENTRY_ACTIONS = [
  'destroy',
  'replace',
  'rename',
  'forget',
  'unknown',
  'drift',
  'create',
  'update',
  'set',
  'move',
  'import',
  'read',
] as const;

export type EntryAction = (typeof ENTRY_ACTIONS)[number];

/** What happens to one resource, or to what is set beside them. */
export interface ResourceEntry {
  readonly address: string;
  readonly type: string;
  /** `gatehouse-dev/Api/Secure`, where a synthesized stack says it. */
  readonly construct?: string;
  /**
   * `rename`: destroyed and made again as it was, only because its address is another one. `set`: no managed resource, but what the
   * stack says beside them (a provider, the backend, a data source, an output), or what Terraform is told of one. `drift`: somebody has changed it behind Terraform's back, and Terraform leaves it so.
   */
  readonly action: EntryAction;
  /** Attributes that force a replacement. */
  readonly forcedBy: readonly string[];
  readonly attributes: readonly AttributeChange[];
  /** The address it had. */
  readonly previousAddress?: string;
  /** Expected, and why: shown folded. Never set where anything is destroyed. */
  readonly foldedBecause?: string;
  /** Somebody has changed it behind Terraform's back. */
  readonly drifted: boolean;
}

/** The text that keeps a renamed object: Terraform's block, and the call for a CDKTF program. */
export function moveText({
  address,
  previousAddress,
}: Pick<ResourceEntry, 'address' | 'previousAddress'>): {
  readonly terraform: string;
  readonly cdktf: string;
} {
  const from = previousAddress ?? '';
  return {
    terraform: `moved { from = ${from}, to = ${address} }`,
    cdktf: `moveFromId(${JSON.stringify(from)})`,
  };
}
