import type { Kept } from '../kept/keep';
import type { ResourceView } from '../resource-view';
import type { Snapshot } from '../snapshot';
import { changedArguments } from './changed-arguments';
import { inOrder } from './in-order';
import type { ResourceEntry } from './resource-entry';

/** What two configurations ask for differently. What Terraform will do of it (update or replace), only a plan tells. */
export function summarizeStacks(
  base: Snapshot,
  head: Snapshot,
  renames: ReadonlyMap<string, string>,
  { moves, forgotten }: Kept = { moves: new Map(), forgotten: new Set() },
): readonly ResourceEntry[] {
  const renamed = new Set(renames.values());
  const entries: ResourceEntry[] = [];
  for (const view of managed(head)) {
    const before = base.resources.get(view.address);
    const from = renames.get(view.address);
    const moved = moves.get(view.address);
    if (moved !== undefined)
      entries.push({ ...named(view), action: 'move', previousAddress: moved });
    if (from !== undefined)
      entries.push({ ...named(view), action: 'rename', previousAddress: from });
    else if (before === undefined)
      entries.push({ ...named(view), action: 'create', ...fold(view) });
    else entries.push(...updated(before, view));
  }
  for (const view of managed(base)) {
    const isGone = !head.resources.has(view.address) && !renamed.has(view.address);
    if (forgotten.has(view.address)) entries.push({ ...named(view), action: 'forget' });
    else if (isGone) entries.push({ ...named(view), action: 'destroy' });
  }
  return inOrder(entries);
}

const managed = ({ resources }: Snapshot): readonly ResourceView[] =>
  [...resources.values()].filter(({ mode }) => mode === 'managed');

function named(view: ResourceView) {
  const { address, type, constructPath: construct } = view;
  return {
    address,
    type,
    forcedBy: [],
    attributes: [],
    drifted: false,
    ...(construct === undefined ? {} : { construct }),
  };
}

function fold(view: ResourceView): Pick<ResourceEntry, 'foldedBecause'> {
  const isFile = view.type === 'aws_s3_object' && view.value('source') !== undefined;
  return isFile ? { foldedBecause: 'a file of the website' } : {};
}

function updated(before: ResourceView, after: ResourceView): readonly ResourceEntry[] {
  const attributes = changedArguments(after.type, before, after);
  return attributes.length === 0
    ? []
    : [{ ...named(after), action: 'update', attributes, ...fold(after) }];
}
