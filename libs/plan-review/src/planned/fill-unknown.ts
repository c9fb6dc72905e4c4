import type { Expression } from '@gatehouse/terraform-json';

import { collectReferred } from '../resource-view';

/**
 * Puts what the configuration says into the place of what is not known yet. A literal in such a place is of another configuration
 * than the planned one, and is left.
 * @param addresses what a reference may lead to
 */
export function fillUnknown(
  planned: Expression,
  written: Expression | undefined,
  addresses: ReadonlySet<string>,
): Expression {
  if (written === undefined) return planned;
  if (planned.kind === 'unknown') return isReferring(written, addresses) ? written : planned;
  if (planned.kind === 'object') {
    const from = written.kind === 'list' && written.items.length === 1 ? written.items[0] : written;
    return from?.kind === 'object' ? fillEntries(planned, from, addresses) : planned;
  }
  if (planned.kind !== 'list') return planned;
  const items = written.kind === 'list' ? written.items : [written];
  // Terraform sorts sets: of several, nobody can tell which one it was.
  const [only, second] = planned.items;
  if (only === undefined || second !== undefined || items.length !== 1) return planned;
  const item = fillUnknown(only, items[0], addresses);
  return item === only ? planned : { kind: 'list', items: [item] };
}

function fillEntries(
  planned: Extract<Expression, { kind: 'object' }>,
  written: Extract<Expression, { kind: 'object' }>,
  addresses: ReadonlySet<string>,
): Expression {
  const entries = Object.entries(planned.entries).map(([name, entry]) => {
    const from = Object.hasOwn(written.entries, name) ? written.entries[name] : undefined;
    return [name, fillUnknown(entry, from, addresses)] as const;
  });
  return entries.every(([name, entry]) => entry === planned.entries[name])
    ? planned
    : { kind: 'object', entries: Object.fromEntries(entries) };
}

/** It says where it comes from, and all of that is planned, too. */
function isReferring(written: Expression, addresses: ReadonlySet<string>): boolean {
  const referred: string[] = [];
  collectReferred(written, referred);
  return referred.length > 0 && referred.every((address) => addresses.has(address));
}
