import type { TerraformPlan } from '@gatehouse/terraform-json';

import type { Kept } from '../kept/keep';
import { referredIn } from '../resource-view';
import { renamesBetween } from '../resources/find-renames';
import { toldAgain } from '../resources/known-noise';
import type { ResourceEntry } from '../resources/resource-entry';
import { summarizeStacks } from '../resources/summarize-stacks';
import { listed, say, type Said } from '../say';
import { emptySnapshot, type Snapshot } from '../snapshot';

interface Compared {
  readonly plan: TerraformPlan;
  readonly base: Snapshot | undefined;
  readonly head: Snapshot;
  /** What the plan does. */
  readonly planned: readonly ResourceEntry[];
  readonly kept: Kept;
}

/**
 * Where a plan and the two configurations speak of different changes: several commits came at once, another run was replaced, or
 * somebody has changed something behind Terraform's back. The plan is what will happen, and who reads the configurations must know.
 */
export function differing({
  plan,
  base = emptySnapshot(),
  head,
  planned,
  kept,
}: Compared): readonly Said[] {
  const written = summarizeStacks(base, head, renamesBetween(base, head), kept);
  const asked = addressesOf(written);
  const done = addressesOf(planned);
  const isExplained = explainedBy(asked, done, head);
  // Before the first apply the plan makes everything, and the verdict says so.
  const isFirst = ![...plan.before.resources.values()].some(({ mode }) => mode === 'managed');
  const more = (isFirst ? [] : planned).filter(
    (entry) => isNews(entry) && ![...addressesOf([entry])].some(isExplained),
  );
  const touched = new Set(
    plan.changes.flatMap(({ address, action, previousAddress = '' }) =>
      action === 'no-op' && previousAddress === '' ? [] : [address, previousAddress],
    ),
  );
  const less = written.filter(
    (entry) => entry.foldedBecause === undefined && !touchesAny(entry, touched),
  );
  return [
    ...(more.length === 0
      ? []
      : [
          say`The plan changes more than these two configurations differ in: ${listed(more.map(nameOf))}`,
        ]),
    ...(less.length === 0
      ? []
      : [
          say`These two configurations differ in what the plan does not change: ${listed(less.map(nameOf))}`,
        ]),
  ];
}

const nameOf = ({ address }: ResourceEntry): string => address;

/** A replaced object that waits to be deleted is the one that it was. */
function addressesOf(entries: readonly ResourceEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ address, previousAddress }) => [
      address.replace(/ \(deposed .*$/, ''),
      ...(previousAddress === undefined ? [] : [previousAddress]),
    ]),
  );
}

function touchesAny(entry: ResourceEntry, touched: ReadonlySet<string>): boolean {
  const all = [...touched];
  return [...addressesOf([entry])].some((address) =>
    all.some((one) => one === address || one.startsWith(`${address}[`)),
  );
}

/** What moves, is read, or is the work of a build, no configuration says; what is set beside resources is compared there. */
function isNews({ action, foldedBecause, attributes }: ResourceEntry): boolean {
  if (foldedBecause !== undefined || ['move', 'import', 'read', 'set', 'drift'].includes(action))
    return false;
  return action !== 'update' || !attributes.every(isOfBuild);
}

function isOfBuild({ path, after }: ResourceEntry['attributes'][number]): boolean {
  return (
    /^(?:source_code_hash|source_hash|etag|filename|source)$/.test(path) || toldAgain(path, after)
  );
}

/** A change follows from another one that it refers to: what is made anew has another id. */
function explainedBy(
  asked: ReadonlySet<string>,
  done: ReadonlySet<string>,
  { graph }: Snapshot,
): (address: string) => boolean {
  const known = new Map<string, boolean>();
  const isExplained = (address: string): boolean => {
    const before = known.get(address);
    if (before !== undefined) return before;
    const local = address.replace(/\[[^\]]*\]$/, '');
    const resource = graph.resources.get(address) ?? graph.resources.get(local);
    if (asked.has(address) || asked.has(local)) known.set(address, true);
    else {
      // Should references ever run in a circle, one of them explains nothing.
      known.set(address, false);
      const referred = resource === undefined ? [] : referredIn(resource);
      const explained = referred.some(
        (one) => (done.has(one) || one.startsWith('data.')) && isExplained(one),
      );
      known.set(address, explained);
    }
    return known.get(address) ?? false;
  };
  return isExplained;
}
