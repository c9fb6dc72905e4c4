import type { Report } from '../report';
import { ENTRY_ACTIONS, type EntryAction } from '../resources/resource-entry';
import { SEVERITIES } from '../severity';

const PAST: Readonly<Record<EntryAction, string>> = {
  destroy: 'destroyed',
  replace: 'replaced',
  rename: 'destroyed and made again under another address',
  forget: 'forgotten',
  unknown: 'not known',
  drift: 'changed outside of Terraform',
  create: 'created',
  update: 'updated',
  set: 'set otherwise',
  move: 'moved',
  import: 'imported',
  read: 'read',
};

/** `1 critical, 2 info`; `none`. */
export function countFindings({ findings }: Report): string {
  const counts = SEVERITIES.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return counts.join(', ') || 'none';
}

/** `1 destroyed, 3 created`; `none`. */
export function countResources({ resources }: Report): string {
  const counts = ENTRY_ACTIONS.flatMap((action) => {
    const count = resources.filter((entry) => entry.action === action).length;
    return count === 0 ? [] : [`${count} ${PAST[action]}`];
  });
  return counts.join(', ') || 'none';
}

/** `1 gained, 0 lost, 5 unchanged`, and how many cannot be told. */
export function countAccess({ access }: Report): string {
  if (access === undefined) return 'not compared';
  const { gained, lost, doubtful, unchanged } = access;
  const doubt = doubtful.length === 0 ? '' : `, ${doubtful.length} cannot be told`;
  return `${gained.length} gained, ${lost.length} lost, ${unchanged} unchanged${doubt}`;
}
