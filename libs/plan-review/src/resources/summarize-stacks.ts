import type { Json } from '@gatehouse/terraform-json';

import { isSecretPath, MASK } from '../secrets/secrets';
import type { ResourceView } from '../resource-view';
import type { Settled } from '../block';
import type { Snapshot } from '../snapshot';
import { NOT_SET, NOT_KNOWN_YET, type AttributeChange } from './changed-attributes';
import { inOrder } from './in-order';
import type { ResourceEntry } from './resource-entry';
import { isSameDocument, isSameValue } from './same-value';

/** What two configurations ask for differently. What Terraform will do of it (update or replace), only a plan tells. */
export function summarizeStacks(
  base: Snapshot,
  head: Snapshot,
  renames: ReadonlyMap<string, string>,
): readonly ResourceEntry[] {
  const renamed = new Set(renames.values());
  const entries: ResourceEntry[] = [];
  for (const view of managed(head)) {
    const before = base.resources.get(view.address);
    const from = renames.get(view.address);
    if (from !== undefined)
      entries.push({ ...named(view), action: 'rename', previousAddress: from });
    else if (before === undefined)
      entries.push({ ...named(view), action: 'create', ...fold(view) });
    else entries.push(...updated(before, view));
  }
  for (const view of managed(base)) {
    const isGone = !head.resources.has(view.address) && !renamed.has(view.address);
    if (isGone) entries.push({ ...named(view), action: 'destroy' });
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
  const [was, is] = [before.entries(''), after.entries('')];
  const changes = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
    changed(after.type, name, was[name], is[name]),
  );
  if (changes.length === 0) return [];
  return [{ ...named(after), action: 'update', attributes: changes, ...fold(after) }];
}

function changed(
  type: string,
  name: string,
  was: Settled<Json> | undefined,
  is: Settled<Json> | undefined,
): readonly AttributeChange[] {
  const [before, after] = [valueOf(was), valueOf(is)];
  const isKnown = was?.kind !== 'unknown' && is?.kind !== 'unknown';
  if (isKnown && (isSameValue(before, after) || isSameDocument(before, after))) return [];
  if (was?.kind === 'unknown' && is?.kind === 'unknown' && was.because === is.because) return [];
  const secret = isSecretPath(type, [name]);
  return [{ path: name, before: shown(was, secret), after: shown(is, secret) }];
}

const valueOf = (value: Settled<Json> | undefined): Json | undefined =>
  value?.kind === 'known' ? value.value : undefined;

function shown(value: Settled<Json> | undefined, isSecret: boolean): string {
  if (value === undefined) return NOT_SET;
  if (value.kind === 'unknown') return NOT_KNOWN_YET;
  if (isSecret) return MASK;
  return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
}
