import type { OutputChange, TerraformPlan } from '@gatehouse/terraform-json';

import { means } from '../kept/forgotten';
import type { Kept } from '../kept/keep';
import { changedArguments } from '../resources/changed-arguments';
import { changedAttributes } from '../resources/changed-attributes';
import type { ResourceEntry } from '../resources/resource-entry';
import type { Snapshot } from '../snapshot';

/** What two configurations say differently beside the arguments of resources. A state says none of it, and an absent one neither. */
export function summarizeSettings(
  base: Snapshot | undefined,
  head: Snapshot,
  kept: Kept,
): readonly ResourceEntry[] {
  if (base?.graph.kind !== 'configuration' || head.graph.kind !== 'configuration') return [];
  const names = new Set([...base.settings.keys(), ...head.settings.keys()]);
  return [...names].flatMap((name): readonly ResourceEntry[] => {
    if (isTold(name, base, head, kept)) return [];
    const type = typeOf(name, base, head);
    const attributes = changedArguments(type, base.settings.get(name), head.settings.get(name));
    return attributes.length === 0 ? [] : [setOtherwise(name, type, attributes)];
  });
}

/** The outputs that a plan changes; those that are new say nothing of what is there. */
export function summarizeOutputs({ outputs }: TerraformPlan): readonly ResourceEntry[] {
  return outputs.flatMap((output): readonly ResourceEntry[] => {
    if (output.action === 'no-op') return [];
    const entry = setOtherwise(
      `output.${output.name}`,
      'output',
      changedAttributes(toChange(output)),
    );
    return [
      output.action === 'create' ? { ...entry, foldedBecause: 'an output that is new' } : entry,
    ];
  });
}

function setOtherwise(
  address: string,
  type: string,
  attributes: ResourceEntry['attributes'],
): ResourceEntry {
  return { address, type, action: 'set', forcedBy: [], attributes, drifted: false };
}

/** What comes, goes, moves or is forgotten is said as that. */
function isTold(name: string, base: Snapshot, head: Snapshot, { moves }: Kept): boolean {
  const [was, is] = [base.resources.get(name), head.resources.get(name)];
  if (was?.mode === 'managed' || is?.mode === 'managed') return !was || !is;
  const [block, named] = [name.split('.', 1)[0] ?? '', name.replace(/^[^.]+\./, '')];
  if (block === 'moved') return [...moves.keys()].some((address) => means(named, address));
  if (block !== 'removed') return false;
  return [...base.resources.keys()].some((address) => means(named, address));
}

function typeOf(name: string, base: Snapshot, head: Snapshot): string {
  const view = head.resources.get(name) ?? base.resources.get(name);
  return view?.type ?? name.split('.', 1)[0] ?? name;
}

function toChange({ before, after, afterUnknown, isSensitive }: OutputChange) {
  return {
    type: 'output',
    before: { value: before },
    after: { value: after },
    afterUnknown: { value: afterUnknown },
    beforeSensitive: { value: isSensitive },
    afterSensitive: { value: isSensitive },
  };
}
