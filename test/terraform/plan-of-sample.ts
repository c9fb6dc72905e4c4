import type { JsonObject } from '@gatehouse/terraform-json';

import { makeStack, type Sample } from '../synth/review/sample';
import { appliedWorkspace, initializedWorkspace } from './applied-workspace';

/** What the real Terraform plans when the stack of a sample becomes its head. */
export function planOfSample({ base, head }: Sample): JsonObject {
  const folder = makeStack(head);
  if (base === null) return initializedWorkspace({ folder }).planJson() as JsonObject;
  const workspace = appliedWorkspace({ folder: makeStack(base) });
  workspace.useStack(folder);
  return workspace.planJson() as JsonObject;
}
