import { ENTRY_ACTIONS, type ResourceEntry } from './resource-entry';

/** Destructions first; within an action, by address. */
export function inOrder(entries: readonly ResourceEntry[]): readonly ResourceEntry[] {
  const rank = ({ action }: ResourceEntry): number => ENTRY_ACTIONS.indexOf(action);
  return entries.toSorted(
    (a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0),
  );
}
