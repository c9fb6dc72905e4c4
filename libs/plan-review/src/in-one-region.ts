import type { ResourceGraph } from '@gatehouse/terraform-json';

import type { ReviewInput } from './review-input';
import { toSnapshot, type Snapshot } from './snapshot';

/** Every ARN and address holds the region: where it moves, head is read as if it stayed, and the move is told once. */
export function inOneRegion(base: Snapshot, head: Snapshot): Pick<ReviewInput, 'head' | 'region'> {
  const region = changedRegion(base, head);
  if (region === undefined) return { head };
  return { head: toSnapshot(inRegion(head.graph, region.before)), region };
}

/** @returns undefined where it is the same, or is not written on both sides */
export function changedRegion(base: Snapshot, head: Snapshot): ReviewInput['region'] {
  const [before, after] = [regionOf(base.graph), regionOf(head.graph)];
  return before === undefined || after === undefined || before === after
    ? undefined
    : { before, after };
}

const isDefault = ({ type, alias }: ResourceGraph['providers'][number]): boolean =>
  type === 'aws' && alias === undefined;

function regionOf({ providers }: ResourceGraph): string | undefined {
  const region = providers.find(isDefault)?.config.entries.region;
  return region?.kind === 'literal' && typeof region.value === 'string' ? region.value : undefined;
}

function inRegion(graph: ResourceGraph, region: string): ResourceGraph {
  const providers = graph.providers.map((provider) => {
    if (!isDefault(provider)) return provider;
    const entries = {
      ...provider.config.entries,
      region: { kind: 'literal', value: region },
    } as const;
    return { ...provider, config: { ...provider.config, entries } };
  });
  return { ...graph, providers };
}
