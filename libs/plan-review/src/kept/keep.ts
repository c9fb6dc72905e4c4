import { renameAddresses, type ResourceGraph } from '@gatehouse/terraform-json';

import { toSnapshot, type Snapshot } from '../snapshot';
import { forgottenIn, means, withForgotten } from './forgotten';

/** What stays though its address goes. */
export interface Kept {
  /** New address → old one, of what a `moved` block moves. */
  readonly moves: ReadonlyMap<string, string>;
  /** Addresses that Terraform forgets. */
  readonly forgotten: ReadonlySet<string>;
}

export interface KeptSides extends Kept {
  readonly base?: Snapshot;
  readonly head?: Snapshot;
}

/**
 * Two configurations as their `moved` and `removed` blocks make them comparable: base has the new addresses, and head what stays
 * unmanaged.
 */
export function keep({ base, head }: Pick<KeptSides, 'base' | 'head'>): KeptSides {
  const sides = { ...(base && { base }), ...(head && { head }) };
  if (base === undefined || head === undefined)
    return { ...sides, moves: new Map(), forgotten: new Set() };
  const moves = movesBetween(base.graph, head.graph);
  const names = new Map([...moves].map(([to, from]) => [from, to]));
  const moved = renameAddresses(base.graph, names);
  const forgotten = forgottenIn(moved, head.graph);
  const whole = withForgotten(head.graph, moved, forgotten);
  return {
    base: moved === base.graph ? base : toSnapshot(moved),
    head: whole === head.graph ? head : toSnapshot(whole),
    moves,
    forgotten,
  };
}

/** Moves that have something to move: blocks of the past say nothing of this change. */
function movesBetween(base: ResourceGraph, head: ResourceGraph): Kept['moves'] {
  const moves = new Map<string, string>();
  for (const { address, mode } of head.resources.values()) {
    if (mode !== 'managed' || base.resources.has(address)) continue;
    const from = originOf(address, base, head);
    if (from !== undefined) moves.set(address, from);
  }
  return moves;
}

/** Back through one move after another. */
function originOf(address: string, base: ResourceGraph, head: ResourceGraph): string | undefined {
  const { moves = [] } = head;
  let at = address;
  // No more steps than there are blocks: they may run in a circle.
  let left = moves.length;
  while (left-- > 0) {
    const move = moves.find(({ to }) => means(to, at));
    if (move === undefined) return undefined;
    at = move.from + at.slice(move.to.length);
    if (base.resources.has(at)) return head.resources.has(at) ? undefined : at;
  }
  return undefined;
}
