import {
  isJsonObject,
  type Json,
  type JsonObject,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

import type { Snapshot } from '../snapshot';
import { isSameValue, isUnset } from './same-value';

/** Something that goes or comes. */
interface Candidate {
  readonly address: string;
  readonly type: string;
  /** What is known of it. */
  readonly values: JsonObject;
  /** Names of attributes that are not known yet. */
  readonly unknown: ReadonlySet<string>;
}

/** Arguments that tell nothing apart. */
const COMMON = new Set(['region', 'tags', 'tags_all']);

/**
 * New address → old one, of what is destroyed and made again as it was: one that goes and one that comes, of one type and with the
 * same arguments, and no second one that would fit.
 */
export function renamesInPlan({ changes }: TerraformPlan): ReadonlyMap<string, string> {
  const of = (action: 'create' | 'delete'): readonly Candidate[] =>
    changes
      .filter(
        (change) =>
          change.action === action && change.mode === 'managed' && change.deposed === undefined,
      )
      .map(({ address, type, before, after, afterUnknown }) => ({
        address,
        type,
        values: objectOr(action === 'create' ? after : before),
        unknown: new Set(
          Object.keys(objectOr(afterUnknown)).filter(
            (key) => !isUnset(objectOr(afterUnknown)[key]),
          ),
        ),
      }));
  return matched(of('delete'), of('create'));
}

/** The same, and what a `moved` block moves. */
export function movedIn(plan: TerraformPlan): ReadonlyMap<string, string> {
  // What is there has the new address already: a plan moves before it compares.
  const moved = plan.changes.flatMap(({ address, previousAddress }) =>
    previousAddress === undefined || plan.before.resources.has(address)
      ? []
      : [[address, previousAddress] as const],
  );
  return new Map([...renamesInPlan(plan), ...moved]);
}

/** The same between two configurations. */
export function renamesBetween(base: Snapshot, head: Snapshot): ReadonlyMap<string, string> {
  const [gone, come] = [missing(base, head), missing(head, base)];
  const addresses = [...gone, ...come].map(({ address }) => address);
  const neutral = (candidate: Candidate): Candidate => ({
    ...candidate,
    values: withoutAddresses(candidate.values, addresses),
  });
  return matched(gone.map(neutral), come.map(neutral));
}

function missing(from: Snapshot, other: Snapshot): readonly Candidate[] {
  return [...from.resources.values()]
    .filter(({ address, mode }) => mode === 'managed' && !other.resources.has(address))
    .map((view) => ({
      address: view.address,
      type: view.type,
      values: view.known(),
      unknown: new Set(),
    }));
}

/** A reference to what is renamed, too, is the same reference. */
function withoutAddresses(values: JsonObject, addresses: readonly string[]): JsonObject {
  const text = addresses
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (all, address) => all.replaceAll(JSON.stringify(address).slice(1, -1), '(renamed)'),
      JSON.stringify(values),
    );
  return objectOr(JSON.parse(text) as Json);
}

function matched(
  gone: readonly Candidate[],
  come: readonly Candidate[],
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const made of come) {
    const fitting = gone.filter((old) => isSame(old, made));
    const [old] = fitting;
    if (old === undefined || fitting.length > 1) continue;
    if (come.filter((other) => isSame(old, other)).length === 1)
      renames.set(made.address, old.address);
  }
  return renames;
}

function isSame(old: Candidate, made: Candidate): boolean {
  if (old.type !== made.type) return false;
  const names = [...new Set([...Object.keys(old.values), ...Object.keys(made.values)])].filter(
    (name) => !made.unknown.has(name),
  );
  const telling = names.filter((name) => !COMMON.has(name) && !isUnset(made.values[name]));
  return (
    telling.length > 0 && names.every((name) => isSameValue(old.values[name], made.values[name]))
  );
}

function objectOr(json: Json): JsonObject {
  return isJsonObject(json) ? json : {};
}
