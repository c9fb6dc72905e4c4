import type { ResourceChange, TerraformPlan } from '@gatehouse/terraform-json';

import { changedAttributes } from './changed-attributes';
import { describePath } from './describe-path';
import { inOrder } from './in-order';
import { knownNoise } from './known-noise';
import type { EntryAction, ResourceEntry } from './resource-entry';

interface Surroundings {
  /** New address → old one, of what is destroyed and made again as it was. */
  readonly renames: ReadonlyMap<string, string>;
  readonly constructOf: (address: string) => string | undefined;
}

/** What a plan does to each resource that does not stay as it is: destructions first. */
export function summarizePlan(
  { changes, drift }: TerraformPlan,
  around: Surroundings,
): readonly ResourceEntry[] {
  const drifted = new Set(drift.map(({ address }) => address));
  const replacedByRename = new Set(around.renames.values());
  const entries = changes
    .filter(
      (change) =>
        happens(change) && !(change.action === 'delete' && replacedByRename.has(change.address)),
    )
    .map((change) => toEntry(change, around, drifted.has(change.address)));
  const touched = new Set(changes.filter(happens).map(({ address }) => address));
  const left = drift.filter(({ address, mode }) => mode === 'managed' && !touched.has(address));
  return inOrder([...entries, ...left.map((change) => leftAsItIs(change, around))]);
}

function happens({ action, previousAddress, isImport }: ResourceChange): boolean {
  return action !== 'no-op' || previousAddress !== undefined || isImport;
}

function toEntry(
  change: ResourceChange,
  { renames, constructOf }: Surroundings,
  drifted: boolean,
): ResourceEntry {
  const { address, type, replacePaths, deposed } = change;
  const renamedFrom = change.action === 'create' ? renames.get(address) : undefined;
  const previousAddress = renamedFrom ?? change.previousAddress;
  const isChanged = change.action === 'update' || change.action === 'replace';
  const attributes = isChanged ? changedAttributes(change) : [];
  const foldedBecause = renamedFrom === undefined ? knownNoise(change, attributes) : undefined;
  const construct = constructOf(address);
  return {
    address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
    type,
    action: renamedFrom === undefined ? actionOf(change) : 'rename',
    forcedBy: replacePaths.map(describePath),
    attributes,
    drifted,
    ...(construct === undefined ? {} : { construct }),
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(foldedBecause === undefined ? {} : { foldedBecause }),
  };
}

/** No change of the plan puts it back: it was taken over, or nobody asks for it. */
function leftAsItIs(change: ResourceChange, { constructOf }: Surroundings): ResourceEntry {
  const { address, type } = change;
  const construct = constructOf(address);
  return {
    address,
    type,
    action: 'drift',
    forcedBy: [],
    attributes: changedAttributes(change),
    drifted: true,
    ...(construct === undefined ? {} : { construct }),
  };
}

function actionOf({ action, isImport }: ResourceChange): EntryAction {
  if (action === 'delete') return 'destroy';
  if (action === 'no-op') return isImport ? 'import' : 'move';
  return action;
}
